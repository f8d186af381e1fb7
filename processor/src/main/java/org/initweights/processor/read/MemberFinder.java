package org.initweights.processor.read;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.initweights.internal.message.Spelling;
import org.initweights.processor.expression.ExpressionException;
import org.initweights.processor.name.MemberPath.Step;

/** Finds the members of classes that code in the package of a model can read: fields, and methods without parameters. */
final class MemberFinder {

    private final TypeElement model;
    private final Elements elements;
    private final Types types;
    private final Reach reach;
    private final Mentions mentions;
    private final Map<TypeElement, Map<String, List<Element>>> members = new HashMap<>();

    MemberFinder(TypeElement model, Elements elements, Types types, Mentions mentions) {
        this.model = model;
        this.elements = elements;
        this.types = types;
        this.mentions = mentions;
        this.reach = new Reach(elements, model);
    }

    /**
     * The member that a segment of a path names, in a class or in the bounds of a type variable; empty if there is none.
     *
     * @param written the whole path
     * @throws ExpressionException if there is one that generated code cannot reach
     */
    Optional<Found> find(String segment, TypeMirror type, String written, Wanted wanted) throws ExpressionException {
        for (DeclaredType owner : TypeShapes.classes(type).toList()) {
            Optional<Found> found = find(segment, owner, written, wanted);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Found> find(String segment, DeclaredType type, String written, Wanted wanted)
            throws ExpressionException {
        TypeElement owner = (TypeElement) type.asElement();
        boolean call = segment.endsWith("()");
        String name = withoutParentheses(segment);
        Optional<VariableElement> field = call ? Optional.empty() : field(name, owner);
        if (field.isPresent() && reach.admits(field.get())) {
            return Optional.of(found(field.get(), type, written));
        }
        for (String method : call ? List.of(name) : getters(name)) {
            Optional<ExecutableElement> found = method(method, owner);
            if (found.isPresent() && reach.admits(found.get())) {
                return Optional.of(found(found.get(), type, written));
            }
        }
        Optional<String> promised = field.flatMap(Lombok::getter);
        if (promised.isPresent()) {
            return Optional.of(found(field.get(), type, written).readBy(promised.get()));
        }
        Optional<? extends Element> hidden = field.isPresent() ? field : method(name, owner);
        if (hidden.isPresent()) {
            throw new ExpressionException(
                    "Unreachable",
                    wanted.word() + " \"" + written + "\": " + name + " is " + access(hidden.get(), owner)
                            + field.map(Lombok::hint).orElse(""));
        }
        return Optional.empty();
    }

    /** What is wrong with a member that generated code cannot read. */
    private String access(Element member, TypeElement owner) {
        String name = member.getSimpleName().toString();
        Set<Modifier> modifiers = member.getModifiers();
        if (modifiers.contains(Modifier.PRIVATE) || elements.getPackageOf(owner).equals(reach.home())) {
            return SourceLanguage.of(owner).unreachable(name, owner);
        }
        return (modifiers.contains(Modifier.PROTECTED) ? "protected" : "package-private") + " in "
                + owner.getQualifiedName() + ", so generated code cannot reach it; make it public";
    }

    private static List<String> getters(String property) {
        String capitalized = AccessReader.capitalized(property);
        return List.of(property, "get" + capitalized, "is" + capitalized);
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
            Optional<TypeMirror> thrown =
                    CheckedExceptions.of(method, elements, types).findFirst();
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

    /** A message that a class has no such member. */
    ExpressionException unknown(String segment, TypeElement owner, String written, Wanted wanted) {
        String name = withoutParentheses(segment);
        List<String> candidates = candidates(owner, wanted)
                .map(member -> member.getSimpleName() + (member instanceof ExecutableElement ? "()" : ""))
                .toList();
        String suggestion = Spelling.closest(name, candidates)
                .map(close -> "; did you mean \"" + close + "\"?")
                .orElse(
                        candidates.isEmpty()
                                ? ""
                                : candidates.stream().collect(Collectors.joining(", ", "; there is ", "")));
        String subject =
                written.equals(name) ? wanted.word() + " \"" + name + "\"" : "\"" + name + "\" in \"" + written + "\"";
        return new ExpressionException(
                "UnknownDimension",
                subject + " is neither a field, a method nor a constant of " + owner.getQualifiedName() + suggestion);
    }

    /** The members of a class that are of a wanted type. */
    Stream<? extends Element> candidates(TypeElement owner, Wanted wanted) {
        return elements.getAllMembers(owner).stream().filter(member -> isCandidate(member, wanted));
    }

    private boolean isCandidate(Element member, Wanted wanted) {
        if (member instanceof ExecutableElement method) {
            return method.getParameters().isEmpty()
                    && wanted.accepts(method.getReturnType(), types)
                    && !isFromObject(method);
        }
        return member instanceof VariableElement field && wanted.accepts(field.asType(), types);
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
        return Stream.concat(members(name, owner).stream(), internal(name, owner))
                .filter(member -> member.getKind() == ElementKind.METHOD)
                .map(ExecutableElement.class::cast)
                .filter(method -> method.getParameters().isEmpty())
                .findFirst();
    }

    private List<Element> members(String name, TypeElement owner) {
        return members(owner).getOrDefault(name, List.of());
    }

    /** The members that Kotlin calls {@code name} and Java does not. */
    private Stream<Element> internal(String name, TypeElement owner) {
        return members(owner).values().stream()
                .flatMap(List::stream)
                .filter(member -> KotlinNames.isInternal(member, name));
    }

    private Map<String, List<Element>> members(TypeElement owner) {
        return members.computeIfAbsent(
                owner,
                type -> elements.getAllMembers(type).stream()
                        .collect(Collectors.groupingBy(
                                member -> member.getSimpleName().toString(), LinkedHashMap::new, Collectors.toList())));
    }

    /**
     * A member on a path.
     *
     * @param type its type there
     * @param getter the method that reads it, if that is not there yet
     */
    record Found(Element member, TypeElement owner, TypeMirror type, Optional<String> getter) {

        Found readBy(String method) {
            return new Found(member, owner, type, Optional.of(method));
        }

        /** Its value, if that is a constant. */
        Optional<Object> constant() {
            return member instanceof VariableElement field
                    ? Optional.ofNullable(field.getConstantValue())
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
