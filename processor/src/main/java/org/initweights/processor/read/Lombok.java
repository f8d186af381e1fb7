package org.initweights.processor.read;

import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** What Lombok's annotations make of a class, perhaps after we have looked at it. */
final class Lombok {

    private static final Set<Modifier> ACCESS = Set.of(Modifier.PUBLIC, Modifier.PROTECTED, Modifier.PRIVATE);

    private Lombok() {}

    /** Whether a field will be private: that of a {@code @Value} class, unless its source says another access. */
    static boolean makesPrivate(Element field) {
        return field.getKind() == ElementKind.FIELD
                && field.getModifiers().stream().noneMatch(ACCESS::contains)
                && !field.getModifiers().contains(Modifier.STATIC)
                && !has(field, "lombok.experimental.PackagePrivate")
                && field.getEnclosingElement() instanceof TypeElement type
                && has(type, "lombok.Value");
    }

    /** What to do about a getter that is not there yet, if Lombok may make it. */
    static String hint(Element field) {
        boolean used = hasAny(field) || (field.getEnclosingElement() instanceof TypeElement type && hasAny(type));
        return used ? "; if Lombok makes the getter, name Lombok before InitWeights among the processors" : "";
    }

    private static boolean has(Element element, String annotation) {
        return element.getAnnotationMirrors().stream()
                .anyMatch(mirror -> mirror.getAnnotationType().toString().equals(annotation));
    }

    private static boolean hasAny(Element element) {
        return element.getAnnotationMirrors().stream()
                .anyMatch(mirror -> mirror.getAnnotationType().toString().startsWith("lombok."));
    }
}
