package org.initweights.processor.read;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/**
 * What Lombok's annotations make of a class, perhaps after we have looked at it. That is told from the annotations alone; what a
 * {@code lombok.config} says otherwise, {@link PromisedAccessors} finds out in the end.
 */
final class Lombok {

    private static final Set<Modifier> ACCESS = Set.of(Modifier.PUBLIC, Modifier.PROTECTED, Modifier.PRIVATE);
    private static final Set<String> NO_METHOD = Set.of("NONE", "PRIVATE");

    private Lombok() {}

    /** Whether Lombok will make a field private, as it does in a {@code @Value} class, unless the source gives the field another access. */
    static boolean makesPrivate(Element field) {
        return field.getKind() == ElementKind.FIELD
                && field.getModifiers().stream().noneMatch(ACCESS::contains)
                && !field.getModifiers().contains(Modifier.STATIC)
                && find(field, "lombok.experimental.PackagePrivate").isEmpty()
                && (hasAround(field, "lombok.Value")
                        || around(field, "lombok.experimental.FieldDefaults")
                                .filter(defaults -> value(defaults, "level").equals("PRIVATE"))
                                .isPresent());
    }

    /** Whether a field is, or will be, final. */
    static boolean isFinal(Element field) {
        return field.getModifiers().contains(Modifier.FINAL)
                || (find(field, "lombok.experimental.NonFinal").isEmpty()
                        && !field.getModifiers().contains(Modifier.STATIC)
                        && (hasAround(field, "lombok.Value")
                                || around(field, "lombok.experimental.FieldDefaults")
                                        .filter(defaults ->
                                                value(defaults, "makeFinal").equals("true"))
                                        .isPresent()));
    }

    /** The getter that Lombok will make of a field, if there is none yet. */
    static Optional<String> getter(VariableElement field) {
        return of(field, "lombok.Getter")
                .map(getter -> NO_METHOD.contains(value(getter, "value"))
                        || value(getter, "lazy").equals("true"))
                .or(() -> hasAround(field, "lombok.Data") || hasAround(field, "lombok.Value")
                        ? Optional.of(false)
                        : Optional.empty())
                .filter(isNone -> !isNone)
                .flatMap(made -> name(field, field.asType().getKind() == TypeKind.BOOLEAN ? "is" : "get"));
    }

    /** The setter that Lombok will make of a field, if there is none yet. */
    static Optional<String> setter(VariableElement field) {
        if (isFinal(field)) {
            return Optional.empty();
        }
        return of(field, "lombok.Setter")
                .map(setter -> NO_METHOD.contains(value(setter, "value")))
                .or(() -> hasAround(field, "lombok.Data") ? Optional.of(false) : Optional.empty())
                .filter(isNone -> !isNone)
                .flatMap(made -> name(field, "set"));
    }

    /** Whether a constructor, or a builder, that Lombok makes may give a field its value. */
    static boolean mayConstruct(TypeElement type) {
        return type.getAnnotationMirrors().stream()
                .map(mirror -> mirror.getAnnotationType().toString())
                .anyMatch(name -> name.startsWith("lombok.")
                        && (name.endsWith("Constructor") || name.endsWith("Builder") || name.endsWith(".Value")));
    }

    /** Whether Lombok may make members of a class. */
    static boolean isUsedIn(TypeElement type) {
        return hasAny(type)
                || ElementFilter.fieldsIn(type.getEnclosedElements()).stream().anyMatch(Lombok::hasAny);
    }

    /** What to do about a getter that is not there yet, if Lombok may make it. */
    static String hint(Element field) {
        boolean used = hasAny(field) || (field.getEnclosingElement() instanceof TypeElement type && hasAny(type));
        return used ? "; if Lombok makes the getter, name Lombok before InitWeights among the processors" : "";
    }

    private static Optional<String> name(VariableElement field, String verb) {
        Optional<AnnotationMirror> accessors = of(field, "lombok.experimental.Accessors");
        if (accessors.filter(found -> !value(found, "prefix").isEmpty()).isPresent()) {
            return Optional.empty();
        }
        String property = field.getSimpleName().toString();
        if (field.asType().getKind() == TypeKind.BOOLEAN && property.matches("is\\p{Lu}.*")) {
            property = property.substring(2, 3).toLowerCase(Locale.ROOT) + property.substring(3);
        }
        boolean fluent =
                accessors.filter(found -> value(found, "fluent").equals("true")).isPresent();
        String name = fluent ? property : verb + AccessReader.capitalized(property);
        // Lombok makes none beside a method of that name, whatever its parameters.
        return Stream.ofNullable(field.getEnclosingElement())
                        .flatMap(type -> ElementFilter.methodsIn(type.getEnclosedElements()).stream())
                        .anyMatch(method -> method.getSimpleName().toString().equalsIgnoreCase(name))
                ? Optional.empty()
                : Optional.of(name);
    }

    /** An annotation of a field, else of its class. */
    private static Optional<AnnotationMirror> of(Element field, String annotation) {
        return field.getModifiers().contains(Modifier.STATIC)
                ? find(field, annotation)
                : find(field, annotation).or(() -> around(field, annotation));
    }

    private static boolean hasAround(Element field, String annotation) {
        return around(field, annotation).isPresent();
    }

    private static Optional<AnnotationMirror> around(Element field, String annotation) {
        return Optional.ofNullable(field.getEnclosingElement()).flatMap(type -> find(type, annotation));
    }

    private static Optional<AnnotationMirror> find(Element element, String annotation) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> mirror.getAnnotationType().toString().equals(annotation))
                .map(AnnotationMirror.class::cast)
                .findFirst();
    }

    /** A value that is written: a constant's simple name; empty if it is left out. */
    private static String value(AnnotationMirror annotation, String member) {
        return annotation.getElementValues().entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(member))
                .map(entry -> entry.getValue().getValue())
                .map(value -> value instanceof VariableElement constant ? constant.getSimpleName() : value)
                .map(Object::toString)
                .findFirst()
                .orElse("");
    }

    private static boolean hasAny(Element element) {
        return element.getAnnotationMirrors().stream()
                .anyMatch(mirror -> mirror.getAnnotationType().toString().startsWith("lombok."));
    }
}
