package org.initweights.processor.read;

import com.google.common.base.Splitter;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.initweights.processor.expression.ExpressionException;
import org.initweights.processor.expression.Quantity;
import org.initweights.processor.expression.Scope;
import org.initweights.processor.expression.SizeVariable;
import org.initweights.processor.report.Spelling;

/** The members of a model that dimensions may name: fields, methods without parameters, constants, and theirs. */
final class MemberScope implements Scope {

    private static final Set<String> TAKEN = Set.of("model", "parameters");

    private final TypeElement model;
    private final Elements elements;
    private final Types types;
    private final Map<String, CodeBlock> variables = new HashMap<>();

    MemberScope(TypeElement model, Elements elements, Types types) {
        this.model = model;
        this.elements = elements;
        this.types = types;
    }

    @Override
    public Meaning lookUp(List<String> path) throws ExpressionException {
        Located located = locate(path);
        if (!isInteger(located.found.type)) {
            throw new ExpressionException(
                    "DimensionType",
                    "dimension \"" + located.written + "\" is a " + located.found.type
                            + "; a size must be an int or a long");
        }
        return located.found.constant.isPresent()
                ? new Known(located.found.constant.get().longValue())
                : new Variable(variable(located, TypeName.LONG));
    }

    /** What a path means in a formula, where numbers with a fraction are welcome too. */
    Quantity number(List<String> path) throws ExpressionException {
        Located located = locate(path);
        boolean whole = isInteger(located.found.type);
        if (!whole && !isReal(located.found.type)) {
            throw new ExpressionException(
                    "FormulaType",
                    "\"" + located.written + "\" is a " + located.found.type + "; a formula needs numbers");
        }
        if (located.found.constant.isPresent()) {
            return Quantity.of(located.found.constant.get().doubleValue());
        }
        SizeVariable variable = variable(located, whole ? TypeName.LONG : TypeName.DOUBLE);
        return Quantity.of(variable);
    }

    private SizeVariable variable(Located located, TypeName type) {
        return new SizeVariable(type, variableName(located.written, located.read), located.read);
    }

    private Located locate(List<String> path) throws ExpressionException {
        String written = String.join(".", path);
        TypeElement owner = model;
        CodeBlock read = CodeBlock.of("model");
        for (int i = 0; ; i++) {
            Found found = find(path.get(i), owner, written);
            read = found.isStatic
                    ? CodeBlock.of("$T.$L", ClassName.get(owner), found.access)
                    : CodeBlock.of("$L.$L", read, found.access);
            if (i == path.size() - 1) {
                return new Located(found, read, written);
            }
            owner = TypeShapes.declared(found.type)
                    .orElseThrow(() -> new ExpressionException(
                            "DimensionType",
                            "dimension \"" + written + "\" takes a member of " + found.access + ", which is of type "
                                    + found.type));
        }
    }

    private boolean isInteger(TypeMirror type) {
        return switch (primitiveKind(type)) {
            case BYTE, SHORT, INT, LONG -> true;
            default -> false;
        };
    }

    private boolean isReal(TypeMirror type) {
        TypeKind kind = primitiveKind(type);
        return kind == TypeKind.FLOAT || kind == TypeKind.DOUBLE;
    }

    private TypeKind primitiveKind(TypeMirror type) {
        if (type.getKind() == TypeKind.DECLARED) {
            try {
                return types.unboxedType(type).getKind();
            } catch (IllegalArgumentException e) {
                return TypeKind.DECLARED;
            }
        }
        return type.getKind();
    }

    /** {@code config.hidden()} is kept in the variable {@code configHidden}. */
    private String variableName(String written, CodeBlock read) {
        StringBuilder name = new StringBuilder();
        for (String part : Splitter.on('.').split(written.replace("()", ""))) {
            name.append(name.isEmpty() ? part : AccessReader.capitalized(part));
        }
        if (TAKEN.contains(name.toString())) {
            name.append("Size");
        }
        while (!variables.computeIfAbsent(name.toString(), key -> read).equals(read)) {
            name.append('_');
        }
        return name.toString();
    }

    private Found find(String segment, TypeElement owner, String written) throws ExpressionException {
        boolean call = segment.endsWith("()");
        String name = call ? segment.substring(0, segment.length() - 2) : segment;
        Optional<VariableElement> field = call ? Optional.empty() : field(name, owner);
        if (field.isPresent() && isAccessible(field.get())) {
            return Found.of(field.get());
        }
        for (String method : call ? List.of(name) : List.of(name, "get" + AccessReader.capitalized(name))) {
            Optional<ExecutableElement> found = method(method, owner);
            if (found.isPresent() && isAccessible(found.get())) {
                return Found.of(found.get());
            }
        }
        if (field.isPresent() || method(name, owner).isPresent()) {
            throw new ExpressionException(
                    "Unreachable",
                    "dimension \"" + written + "\": " + name + " is "
                            + SourceLanguage.of(owner).unreachable(name, owner));
        }
        throw unknown(name, owner, written);
    }

    /** Whether the model has a field or a method of this name. */
    boolean has(String name) {
        return field(name, model).isPresent() || method(name, model).isPresent();
    }

    /** The numbers of the model that a formula can name. */
    List<String> numbers() {
        return ElementFilter.fieldsIn(elements.getAllMembers(model)).stream()
                .filter(field -> isInteger(field.asType()) || isReal(field.asType()))
                .map(field -> field.getSimpleName().toString())
                .toList();
    }

    private ExpressionException unknown(String name, TypeElement owner, String written) {
        List<String> candidates = new ArrayList<>();
        for (Element member : elements.getAllMembers(owner)) {
            if (member instanceof VariableElement variable && isInteger(variable.asType())) {
                candidates.add(member.getSimpleName().toString());
            }
            if (member instanceof ExecutableElement method
                    && method.getParameters().isEmpty()
                    && isInteger(method.getReturnType())
                    && !isFromObject(method)) {
                candidates.add(member.getSimpleName() + "()");
            }
        }
        String suggestion = Spelling.closest(name, candidates)
                .map(close -> "; did you mean \"" + close + "\"?")
                .orElse(candidates.isEmpty() ? "" : "; there is " + String.join(", ", candidates));
        String subject =
                written.equals(name) ? "dimension \"" + name + "\"" : "\"" + name + "\" in \"" + written + "\"";
        return new ExpressionException(
                "UnknownDimension",
                subject + " is neither a field, a method nor a constant of " + owner.getQualifiedName() + suggestion);
    }

    private static boolean isFromObject(ExecutableElement method) {
        return method.getEnclosingElement() instanceof TypeElement owner
                && owner.getQualifiedName().contentEquals("java.lang.Object");
    }

    private Optional<VariableElement> field(String name, TypeElement owner) {
        return elements.getAllMembers(owner).stream()
                .filter(member -> member.getKind() == ElementKind.FIELD
                        && member.getSimpleName().contentEquals(name))
                .map(VariableElement.class::cast)
                .findFirst();
    }

    private Optional<ExecutableElement> method(String name, TypeElement owner) {
        return elements.getAllMembers(owner).stream()
                .filter(member -> member.getKind() == ElementKind.METHOD
                        && member.getSimpleName().contentEquals(name))
                .map(ExecutableElement.class::cast)
                .filter(method -> method.getParameters().isEmpty())
                .findFirst();
    }

    private boolean isAccessible(Element member) {
        Set<Modifier> modifiers = member.getModifiers();
        if (modifiers.contains(Modifier.PRIVATE)) {
            return false;
        }
        PackageElement home = elements.getPackageOf(model);
        return modifiers.contains(Modifier.PUBLIC)
                || elements.getPackageOf(member.getEnclosingElement()).equals(home);
    }

    /** Where a path leads. */
    private record Located(Found found, CodeBlock read, String written) {}

    /** A member, and how it is written after a dot. */
    private record Found(TypeMirror type, String access, boolean isStatic, Optional<Number> constant) {

        static Found of(VariableElement field) {
            Optional<Number> constant =
                    field.getConstantValue() instanceof Number number ? Optional.of(number) : Optional.empty();
            return new Found(field.asType(), field.getSimpleName().toString(), isStatic(field), constant);
        }

        static Found of(ExecutableElement method) {
            return new Found(method.getReturnType(), method.getSimpleName() + "()", isStatic(method), Optional.empty());
        }

        private static boolean isStatic(Element member) {
            return member.getModifiers().contains(Modifier.STATIC);
        }
    }
}
