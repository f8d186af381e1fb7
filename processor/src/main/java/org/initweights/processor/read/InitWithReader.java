package org.initweights.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.initweights.processor.expression.ExpressionException;
import org.initweights.processor.expression.FormulaReader;
import org.initweights.processor.expression.FormulaScope;
import org.initweights.processor.expression.Literals;
import org.initweights.processor.expression.Quantity;
import org.initweights.processor.expression.SizeVariable;
import org.initweights.processor.expression.Source;
import org.initweights.processor.model.InitializerSpec;
import org.initweights.processor.report.Findings;

/** Reads {@code @InitWith}: a user's own initializer, and the arguments of its constructor. */
final class InitWithReader {

    private final Findings findings;

    InitWithReader(Findings findings) {
        this.findings = findings;
    }

    Optional<InitializerSpec> read(String field, InitializerUse use, FormulaScope names) throws ExpressionException {
        TypeMirror type = use.rule().type("value");
        List<String> written = use.rule().list("args").stream()
                .map(value -> (String) value.getValue())
                .toList();
        Optional<ExecutableElement> constructor = TypeShapes.declared(type)
                .filter(InitWithReader::canBeMade)
                .flatMap(initializer -> constructor(initializer, written.size()));
        if (constructor.isEmpty()) {
            String parameters = written.isEmpty() ? "without parameters" : "of " + written.size() + " parameters";
            findings.error(
                    use.placeOf("value"),
                    "InitWithClass",
                    field + ": " + use.rule().display() + " needs a class with a constructor " + parameters
                            + " that is not private, and that is not abstract, private or inner");
            return Optional.empty();
        }
        Set<SizeVariable> numbers = new LinkedHashSet<>();
        List<CodeBlock> arguments = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            VariableElement parameter = constructor.get().getParameters().get(i);
            arguments.add(argument(written.get(i), parameter, names, numbers));
        }
        return Optional.of(new InitializerSpec(
                use.display(),
                use.isComposed(),
                Optional.empty(),
                CodeBlock.of("new $T($L)", TypeName.get(type), CodeBlock.join(arguments, ", ")),
                use.place(),
                use.places(),
                Optional.empty(),
                List.copyOf(numbers)));
    }

    private static boolean canBeMade(TypeElement type) {
        boolean inner = type.getNestingKind().isNested() && !type.getModifiers().contains(Modifier.STATIC);
        return type.getKind() != ElementKind.INTERFACE
                && !inner
                && !type.getModifiers().contains(Modifier.ABSTRACT)
                && !type.getModifiers().contains(Modifier.PRIVATE);
    }

    private static Optional<ExecutableElement> constructor(TypeElement type, int parameters) {
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(constructor -> constructor.getParameters().size() == parameters
                        && !constructor.getModifiers().contains(Modifier.PRIVATE))
                .findFirst();
    }

    private static CodeBlock argument(
            String written, VariableElement parameter, FormulaScope names, Set<SizeVariable> numbers)
            throws ExpressionException {
        TypeMirror type = parameter.asType();
        return switch (type.getKind()) {
            case DOUBLE, FLOAT, INT, LONG -> number(written, parameter, names, numbers);
            case BOOLEAN -> {
                if (!written.equals("true") && !written.equals("false")) {
                    throw mismatch(written, parameter, "true or false");
                }
                yield CodeBlock.of("$L", written);
            }
            case DECLARED -> object(written, parameter);
            default -> throw mismatch(written, parameter, "a number, a boolean, an enum or a String there");
        };
    }

    private static CodeBlock object(String written, VariableElement parameter) throws ExpressionException {
        TypeElement type = TypeShapes.declared(parameter.asType()).orElseThrow();
        if (type.getQualifiedName().contentEquals("java.lang.String")) {
            return CodeBlock.of("$S", written);
        }
        if (type.getKind() != ElementKind.ENUM) {
            throw mismatch(written, parameter, "a number, a boolean, an enum or a String there");
        }
        List<String> constants = type.getEnclosedElements().stream()
                .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
                .map(Element::getSimpleName)
                .map(Object::toString)
                .toList();
        if (!constants.contains(written)) {
            throw mismatch(written, parameter, constants.stream().collect(Collectors.joining(", ", "one of ", "")));
        }
        return Literals.member(ClassName.get(type), written);
    }

    private static CodeBlock number(
            String written, VariableElement parameter, FormulaScope names, Set<SizeVariable> numbers)
            throws ExpressionException {
        Quantity quantity = read(written, names);
        numbers.addAll(quantity.variables());
        TypeName type = TypeName.get(parameter.asType());
        if (type.equals(TypeName.DOUBLE)) {
            return quantity.known().isPresent() ? Literals.of(quantity.known().getAsDouble()) : quantity.code();
        }
        if (quantity.known().isPresent()) {
            double value = quantity.known().getAsDouble();
            if (type.equals(TypeName.FLOAT)) {
                return CodeBlock.of("(float) $L", Literals.of(value));
            }
            if (value != Math.rint(value) || (type.equals(TypeName.INT) && value != (int) value)) {
                throw mismatch(written, parameter, "an integer");
            }
        }
        return type.equals(TypeName.INT) && quantity.known().isPresent()
                ? quantity.code()
                : CodeBlock.of("($T) ($L)", type, quantity.code());
    }

    private static Quantity read(String written, FormulaScope names) throws ExpressionException {
        try {
            return new FormulaReader(names).read(new Source("args", written, "FormulaSyntax"));
        } catch (ExpressionException e) {
            throw e.in("args");
        }
    }

    private static ExpressionException mismatch(String written, VariableElement parameter, String wanted) {
        return new ExpressionException(
                        "InitWithArgument",
                        "\"" + written + "\" cannot be the argument for " + parameter.asType() + " "
                                + parameter.getSimpleName() + ", which takes " + wanted)
                .in("args");
    }
}
