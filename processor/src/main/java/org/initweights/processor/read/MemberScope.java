package org.initweights.processor.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.initweights.processor.expression.ExpressionException;
import org.initweights.processor.expression.Quantity;
import org.initweights.processor.expression.Scope;
import org.initweights.processor.expression.SizeVariable;
import org.initweights.processor.name.ClassRef;
import org.initweights.processor.name.MemberPath;
import org.initweights.processor.name.MemberPath.Step;
import org.initweights.processor.report.Spelling;

/** The members of a model that dimensions may name: fields, methods without parameters, constants, and theirs. */
final class MemberScope implements Scope {

    private final TypeElement model;
    private final Elements elements;
    private final Types types;
    private final Reach reach;
    private final Mentions mentions;
    private final Map<TypeElement, Map<String, List<Element>>> members = new HashMap<>();

    MemberScope(TypeElement model, Elements elements, Types types, Mentions mentions) {
        this.mentions = mentions;
        this.model = model;
        this.elements = elements;
        this.types = types;
        this.reach = new Reach(elements, model);
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
        return located.found.constant().isPresent()
                ? new Known(located.found.constant().get().longValue())
                : new Variable(located.variable(true));
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
        return located.found.constant().isPresent()
                ? Quantity.of(located.found.constant().get().doubleValue())
                : Quantity.of(located.variable(whole));
    }

    private Located locate(List<String> path) throws ExpressionException {
        String written = String.join(".", path);
        TypeMirror type = model.asType();
        Optional<ClassRef> owner = Optional.empty();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; ; i++) {
            Found found = find(path.get(i), type, written);
            if (found.isStatic()) {
                // What leads to a static member is not evaluated.
                owner = Optional.of(TypeShapes.name(found.owner));
                steps.clear();
            }
            steps.add(found.step());
            if (i == path.size() - 1) {
                return new Located(found, new MemberPath(owner, List.copyOf(steps)), written);
            }
            type = found.type;
            if (type.getKind() == TypeKind.ARRAY) {
                throw new ExpressionException(
                        "DimensionType",
                        "dimension \"" + written + "\": " + found.step()
                                + " is an array, and arrays have no sizes to name; return the number from a method, and"
                                + " name that");
            }
            if (TypeShapes.declared(type).isEmpty()) {
                throw new ExpressionException(
                        "DimensionType",
                        "dimension \"" + written + "\" takes a member of " + found.step() + ", which is of type "
                                + type);
            }
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

    /** The member that a segment of a path names, in a class or in the bounds of a type variable. */
    private Found find(String segment, TypeMirror type, String written) throws ExpressionException {
        List<DeclaredType> classes = TypeShapes.classes(type).toList();
        for (DeclaredType owner : classes) {
            Optional<Found> found = find(segment, owner, written);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw unknown(withoutParentheses(segment), (TypeElement) classes.get(0).asElement(), written);
    }

    private Optional<Found> find(String segment, DeclaredType type, String written) throws ExpressionException {
        TypeElement owner = (TypeElement) type.asElement();
        boolean call = segment.endsWith("()");
        String name = withoutParentheses(segment);
        Optional<VariableElement> field = call ? Optional.empty() : field(name, owner);
        if (field.isPresent() && reach.admits(field.get())) {
            return Optional.of(found(field.get(), type, written));
        }
        for (String method : call ? List.of(name) : List.of(name, "get" + AccessReader.capitalized(name))) {
            Optional<ExecutableElement> found = method(method, owner);
            if (found.isPresent() && reach.admits(found.get())) {
                return Optional.of(found(found.get(), type, written));
            }
        }
        Optional<String> promised = field.flatMap(Lombok::getter);
        if (promised.isPresent()) {
            return Optional.of(found(field.get(), type, written).readBy(promised.get()));
        }
        if (field.isPresent() || method(name, owner).isPresent()) {
            throw new ExpressionException(
                    "Unreachable",
                    "dimension \"" + written + "\": " + name + " is "
                            + SourceLanguage.of(owner).unreachable(name, owner)
                            + field.map(Lombok::hint).orElse(""));
        }
        return Optional.empty();
    }

    private static String withoutParentheses(String segment) {
        return segment.endsWith("()") ? segment.substring(0, segment.length() - 2) : segment;
    }

    private Found found(Element member, DeclaredType owner, String written) throws ExpressionException {
        TypeElement type = (TypeElement) owner.asElement();
        Optional<Reach.Barrier> barrier = reach.before(type).filter(found -> !type.equals(model));
        if (barrier.isPresent()) {
            throw new ExpressionException(
                    "Unreachable", written + " is in " + barrier.get().words());
        }
        if (member instanceof ExecutableElement method) {
            Optional<TypeMirror> thrown = checked(method);
            if (thrown.isPresent()) {
                throw new ExpressionException(
                        "CheckedException",
                        method.getSimpleName() + "() throws "
                                + TypeShapes.simple(thrown.get())
                                + ", which generated code cannot handle; add a method that"
                                + " does not, or keep the size in a field");
            }
        }
        mentions.name(member);
        return new Found(member, type, seenFrom(owner, member), Optional.empty());
    }

    /** The type of a member where the type arguments of its owner are known. */
    private TypeMirror seenFrom(DeclaredType owner, Element member) {
        boolean isStatic = member.getModifiers().contains(Modifier.STATIC);
        TypeMirror type = isStatic ? member.asType() : types.asMemberOf(owner, member);
        return type instanceof ExecutableType method ? method.getReturnType() : type;
    }

    private Optional<TypeMirror> checked(ExecutableElement method) {
        return CheckedExceptions.of(method, elements, types).findFirst();
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
        List<String> candidates = elements.getAllMembers(owner).stream()
                .filter(this::isSize)
                .map(member -> member.getSimpleName() + (member instanceof ExecutableElement ? "()" : ""))
                .toList();
        String suggestion = Spelling.closest(name, candidates)
                .map(close -> "; did you mean \"" + close + "\"?")
                .orElse(
                        candidates.isEmpty()
                                ? ""
                                : candidates.stream().collect(Collectors.joining(", ", "; there is ", "")));
        String subject =
                written.equals(name) ? "dimension \"" + name + "\"" : "\"" + name + "\" in \"" + written + "\"";
        return new ExpressionException(
                "UnknownDimension",
                subject + " is neither a field, a method nor a constant of " + owner.getQualifiedName() + suggestion);
    }

    private boolean isSize(Element member) {
        if (member instanceof ExecutableElement method) {
            return method.getParameters().isEmpty() && isInteger(method.getReturnType()) && !isFromObject(method);
        }
        return member instanceof VariableElement field && isInteger(field.asType());
    }

    private static boolean isFromObject(ExecutableElement method) {
        return method.getEnclosingElement() instanceof TypeElement owner
                && owner.getQualifiedName().contentEquals("java.lang.Object");
    }

    private Optional<VariableElement> field(String name, TypeElement owner) {
        return members(name, owner).stream()
                .filter(member -> member.getKind() == ElementKind.FIELD)
                .map(VariableElement.class::cast)
                .findFirst();
    }

    private Optional<ExecutableElement> method(String name, TypeElement owner) {
        return members(name, owner).stream()
                .filter(member -> member.getKind() == ElementKind.METHOD)
                .map(ExecutableElement.class::cast)
                .filter(method -> method.getParameters().isEmpty())
                .findFirst();
    }

    private List<Element> members(String name, TypeElement owner) {
        return members.computeIfAbsent(
                        owner,
                        type -> elements.getAllMembers(type).stream()
                                .collect(Collectors.groupingBy(
                                        member -> member.getSimpleName().toString())))
                .getOrDefault(name, List.of());
    }

    /** Where a path leads. */
    private record Located(Found found, MemberPath path, String written) {

        SizeVariable variable(boolean isWhole) {
            return new SizeVariable(written, isWhole, path);
        }
    }

    /**
     * A member on a path.
     *
     * @param type its type there
     * @param getter the method that reads it, if that is not there yet
     */
    private record Found(Element member, TypeElement owner, TypeMirror type, Optional<String> getter) {

        Found readBy(String method) {
            return new Found(member, owner, type, Optional.of(method));
        }

        Optional<Number> constant() {
            return member instanceof VariableElement field && field.getConstantValue() instanceof Number number
                    ? Optional.of(number)
                    : Optional.empty();
        }

        boolean isStatic() {
            return member.getModifiers().contains(Modifier.STATIC);
        }

        Step step() {
            return new Step(
                    getter.orElse(member.getSimpleName().toString()),
                    getter.isPresent() || member.getKind() == ElementKind.METHOD,
                    !type.getKind().isPrimitive());
        }
    }
}
