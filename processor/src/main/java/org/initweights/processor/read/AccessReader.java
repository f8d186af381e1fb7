package org.initweights.processor.read;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.initweights.processor.model.Access;
import org.initweights.processor.name.ClassRef;

/** Finds how code in a model's package reaches a field: itself, or through a getter and a setter. */
final class AccessReader {

    /** The packages of annotations that put nothing into a field. */
    private static final List<String> OTHERS = List.of("org.initweights", "lombok", "java.lang", "org.jspecify");

    private final Elements elements;
    private final Types types;
    private final Reach reach;
    private final Mentions mentions;

    AccessReader(Elements elements, Types types, Reach reach, Mentions mentions) {
        this.reach = reach;
        this.mentions = mentions;
        this.elements = elements;
        this.types = types;
    }

    /** The way to a field of a model, its own or one that it inherits; empty if there is none. */
    Optional<Access> read(VariableElement field, TypeElement model) {
        boolean isFinal = Lombok.isFinal(field);
        String name = field.getSimpleName().toString();
        if (isOpen(field, model)) {
            mentions.name(field);
            Optional<ClassRef> owner = field.getModifiers().contains(Modifier.STATIC)
                    ? Optional.of(TypeShapes.name(model))
                    : Optional.empty();
            return Optional.of(new Access.Direct(owner, name, !isFinal));
        }
        return getter(name, field.asType(), model)
                .or(() -> Lombok.getter(field))
                .map(getter -> new Access.Accessors(
                        getter,
                        isFinal
                                ? Optional.empty()
                                : setter(name, field.asType(), model).or(() -> Lombok.setter(field))));
    }

    private boolean isOpen(VariableElement field, TypeElement model) {
        if (model.equals(field.getEnclosingElement())) {
            return !field.getModifiers().contains(Modifier.PRIVATE) && !Lombok.makesPrivate(field);
        }
        return reach.admits(field) && hiding(field, model).isEmpty() && isInherited(field, model);
    }

    /** Whether a model has a field of a superclass; one of a package is lost on the way through another. */
    private boolean isInherited(VariableElement field, TypeElement model) {
        if (field.getModifiers().contains(Modifier.PUBLIC)
                || field.getModifiers().contains(Modifier.PROTECTED)) {
            return true;
        }
        Optional<TypeElement> part = Optional.of(model);
        while (part.filter(type -> !type.equals(field.getEnclosingElement())).isPresent()) {
            if (!elements.getPackageOf(part.get()).equals(elements.getPackageOf(field))) {
                return false;
            }
            part = AnnotationFinder.superclass(part.get());
        }
        return true;
    }

    /** The class between a model and the superclass with a field that has a field of the same name. */
    static Optional<TypeElement> hiding(VariableElement field, TypeElement model) {
        Optional<TypeElement> part = Optional.of(model);
        while (part.filter(type -> !type.equals(field.getEnclosingElement())).isPresent()) {
            if (ElementFilter.fieldsIn(part.get().getEnclosedElements()).stream()
                    .anyMatch(other -> other.getSimpleName().equals(field.getSimpleName()))) {
                return part;
            }
            part = AnnotationFinder.superclass(part.get());
        }
        return Optional.empty();
    }

    /** The method without parameters that returns a field: {@code conv()} or {@code getConv()}. */
    private Optional<String> getter(String field, TypeMirror type, TypeElement model) {
        return getters(field, type, model)
                .filter(this::isQuiet)
                .peek(mentions::name)
                .map(method -> method.getSimpleName().toString())
                .findFirst();
    }

    private Stream<ExecutableElement> getters(String field, TypeMirror type, TypeElement model) {
        return methods(model, field, "get" + capitalized(field))
                .filter(method -> method.getParameters().isEmpty())
                .filter(method -> types.isSameType(types.erasure(method.getReturnType()), types.erasure(type)));
    }

    private Optional<String> setter(String field, TypeMirror type, TypeElement model) {
        return setters(field, type, model)
                .filter(this::isQuiet)
                .peek(mentions::name)
                .map(method -> method.getSimpleName().toString())
                .findFirst();
    }

    private Stream<ExecutableElement> setters(String field, TypeMirror type, TypeElement model) {
        return methods(model, "set" + capitalized(field), field)
                .filter(method -> method.getParameters().size() == 1)
                .filter(method -> types.isSameType(
                        types.erasure(method.getParameters().get(0).asType()), types.erasure(type)));
    }

    /** Whether a caller has no exception to handle. */
    private boolean isQuiet(ExecutableElement method) {
        return CheckedExceptions.of(method, elements, types).findAny().isEmpty();
    }

    /** What is wrong with a field whose only getter throws what generated code cannot handle, if it is one. */
    Optional<String> throwing(VariableElement field, TypeElement model) {
        return getters(field.getSimpleName().toString(), field.asType(), model)
                .findFirst()
                .map(method -> throwing(method) + "; add a getter that does not");
    }

    private String throwing(ExecutableElement method) {
        return method.getSimpleName() + "() throws "
                + CheckedExceptions.of(method, elements, types)
                        .map(TypeShapes::simple)
                        .collect(Collectors.joining(", "))
                + ", which generated code cannot handle";
    }

    /** What is wrong with a field that is always null when it is to be initialised, since there is no setter to allocate it by. */
    Optional<String> nullForEver(VariableElement field, Access access, TypeElement model, SourceTrees sources) {
        if (!(access instanceof Access.Accessors accessors)
                || accessors.setter().isPresent()
                || Lombok.isFinal(field)
                || Lombok.mayConstruct(model)
                || hasForeignAnnotation(field)) {
            return Optional.empty();
        }
        String name = field.getSimpleName().toString();
        Optional<ExecutableElement> throwing =
                setters(name, field.asType(), model).findFirst();
        return sources.mayHoldValue(field, throwing)
                ? Optional.empty()
                : Optional.of(throwing.map(method -> "null, and " + throwing(method)
                                + ", so it cannot be allocated; add a setter that does not")
                        .orElseGet(() -> "null, private and without setter, so it cannot be allocated; add set"
                                + capitalized(name) + "(" + TypeShapes.simple(field.asType())
                                + "), or allocate it where it is declared"));
    }

    /** Whether a framework may put a value into a field. */
    private boolean hasForeignAnnotation(VariableElement field) {
        return field.getAnnotationMirrors().stream()
                .map(mirror -> elements.getPackageOf(mirror.getAnnotationType().asElement())
                        .getQualifiedName()
                        .toString())
                .anyMatch(home -> OTHERS.stream().noneMatch(home::startsWith)
                        && !home.contentEquals(elements.getPackageOf(field).getQualifiedName()));
    }

    /** The methods that code in the model's package can call, inherited ones too. */
    private Stream<ExecutableElement> methods(TypeElement model, String first, String second) {
        return Stream.of(first, second)
                .flatMap(name -> ElementFilter.methodsIn(elements.getAllMembers(model)).stream()
                        .filter(method -> isNamed(method, name)))
                .filter(method -> !method.getModifiers().contains(Modifier.PRIVATE)
                        && !method.getModifiers().contains(Modifier.STATIC)
                        && (model.equals(method.getEnclosingElement()) || reach.admits(method)));
    }

    private static boolean isNamed(ExecutableElement method, String name) {
        return method.getSimpleName().contentEquals(name) || KotlinNames.isInternal(method, name);
    }

    static String capitalized(String name) {
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first).toUpperCase(Locale.ROOT) + name.substring(first);
    }
}
