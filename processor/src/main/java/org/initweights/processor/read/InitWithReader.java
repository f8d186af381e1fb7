package org.initweights.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.initweights.internal.message.Spelling;
import org.initweights.processor.expression.ExpressionException;
import org.initweights.processor.expression.FormulaReader;
import org.initweights.processor.expression.FormulaScope;
import org.initweights.processor.expression.Quantity;
import org.initweights.processor.expression.Source;
import org.initweights.processor.model.InitializerCall;
import org.initweights.processor.model.InitializerCall.Argument;
import org.initweights.processor.model.InitializerCall.NumberType;
import org.initweights.processor.model.InitializerSpec;
import org.initweights.processor.report.Findings;

/** Reads {@code @InitWith}: a user's own initializer, and the arguments of its constructor. */
final class InitWithReader {

    private final Making making;
    private final Reach reach;
    private final Mentions mentions;
    private final Findings findings;

    InitWithReader(Making making, Reach reach, Mentions mentions, Findings findings) {
        this.making = making;
        this.reach = reach;
        this.mentions = mentions;
        this.findings = findings;
    }

    Optional<InitializerSpec> read(String field, InitializerUse use, FormulaScope names) throws ExpressionException {
        List<String> written = use.rule().list("args").stream()
                .map(value -> (String) value.getValue())
                .toList();
        Optional<TypeElement> type = TypeShapes.declared(use.rule().type("value"));
        if (type.isEmpty()) {
            return Optional.empty();
        }
        Making.Found found = making.constructor(type.get(), written.size(), wanted -> "give args for " + wanted);
        if (found instanceof Making.Obstacle obstacle) {
            findings.error(
                    use.placeOf("value"),
                    "InitWithClass",
                    field + ": " + use.rule().display() + ": " + obstacle.problem());
            return Optional.empty();
        }
        List<Argument> arguments = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            VariableElement parameter =
                    ((Making.Constructor) found).element().getParameters().get(i);
            arguments.add(argument(written.get(i), parameter, names));
        }
        return Optional.of(new InitializerSpec(
                use.display(),
                use.isComposed(),
                Optional.empty(),
                new InitializerCall.Constructor(
                        TypeShapes.name(type.get()),
                        !type.get().getTypeParameters().isEmpty(),
                        arguments),
                use.place(),
                use.places(),
                Optional.empty()));
    }

    private Argument argument(String written, VariableElement parameter, FormulaScope names)
            throws ExpressionException {
        TypeMirror type = parameter.asType();
        return switch (type.getKind()) {
            case DOUBLE, FLOAT, INT, LONG -> number(written, parameter, names);
            case BOOLEAN -> {
                if (!written.equals("true") && !written.equals("false")) {
                    throw mismatch(written, parameter, "true or false");
                }
                yield new Argument.Flag(written.equals("true"));
            }
            case DECLARED -> object(written, parameter);
            default -> throw mismatch(written, parameter, "a number, a boolean, an enum or a String there");
        };
    }

    private Argument object(String written, VariableElement parameter) throws ExpressionException {
        TypeElement type = TypeShapes.declared(parameter.asType()).orElseThrow();
        if (type.getQualifiedName().contentEquals("java.lang.String")) {
            return new Argument.Text(written);
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
            throw mismatch(
                    written,
                    parameter,
                    "one of " + String.join(", ", constants)
                            + Spelling.closest(written, constants)
                                    .map(near -> "; did you mean \"" + near + "\"?")
                                    .orElse(""));
        }
        type.getEnclosedElements().stream()
                .filter(member -> member.getSimpleName().contentEquals(written))
                .forEach(mentions::name);
        Optional<Reach.Barrier> barrier = reach.before(type);
        if (barrier.isPresent()) {
            throw new ExpressionException(
                            "Unreachable", written + " is of " + barrier.get().words())
                    .in("args");
        }
        return new Argument.Constant(TypeShapes.name(type), written);
    }

    private static Argument number(String written, VariableElement parameter, FormulaScope names)
            throws ExpressionException {
        Quantity quantity = read(written, names);
        NumberType type = NumberType.valueOf(parameter.asType().getKind().name());
        if (quantity.known().isPresent() && !fits(quantity.known().getAsDouble(), type)) {
            throw mismatch(written, parameter, "an integer");
        }
        return new Argument.Numeric(parameter.getSimpleName().toString(), quantity, type);
    }

    private static boolean fits(double value, NumberType type) {
        return switch (type) {
            case INT -> value == (int) value;
            case LONG -> value == Math.rint(value);
            case FLOAT, DOUBLE -> true;
        };
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
