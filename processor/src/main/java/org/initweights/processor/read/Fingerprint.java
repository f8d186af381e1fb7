package org.initweights.processor.read;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Types;

/**
 * A digest of what the initialisation of a class is generated from: the annotations of the class and of its fields, its sub-models and its
 * whole constants. It is the same for a source as for the class file that a compiler makes of it, so it tells whether a
 * {@code <Model>Init} is older than its model.
 *
 * <p>So it leaves out what class files do not keep, or not in order: annotations for sources alone, annotations on Kotlin's properties, the
 * order of fields; and what changes without harm.
 */
final class Fingerprint {

    private static final int DIGITS = 16;

    private final AnnotationFinder finder;
    private final Types types;
    private final SubModelReader subModels;

    Fingerprint(AnnotationFinder finder, Types types, SubModelReader subModels) {
        this.finder = finder;
        this.types = types;
        this.subModels = subModels;
    }

    /** The digest, in hexadecimal digits. */
    String of(TypeElement model) {
        Set<String> lines = new TreeSet<>(annotations(model));
        ModelFields fields = ModelFields.of(model, (DeclaredType) model.asType(), finder);
        for (VariableElement field : fields.inherited()) {
            if (SourceLanguage.of(field).isOfInstance(field)) {
                subModels.read(fields.type(field, types)).ifPresent(found -> lines.add(field + " " + found.written()));
            }
        }
        for (VariableElement field : fields.own()) {
            String name = field.getSimpleName().toString();
            annotations(field).forEach(annotation -> lines.add(name + " " + annotation));
            if (SourceLanguage.of(model).isOfInstance(field)) {
                subModels.read(field).ifPresent(found -> lines.add(name + " " + found.written()));
            } else if (field.getConstantValue() instanceof Number constant
                    && SourceLanguage.of(model) == SourceLanguage.JAVA) {
                lines.add(name + " = " + number(constant));
            }
        }
        return digest(String.join("\n", lines));
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The annotations that initialisation depends on, each as text; of a container, those that it contains. */
    private static Set<String> annotations(Element element) {
        Set<String> texts = new TreeSet<>();
        element.getAnnotationMirrors().stream()
                .filter(mirror -> isOurs(type(mirror), new HashSet<>()) && isInClassFiles(type(mirror)))
                .flatMap(Fingerprint::contained)
                .forEach(mirror -> texts.add(text(mirror)));
        return texts;
    }

    private static TypeElement type(AnnotationMirror mirror) {
        return (TypeElement) mirror.getAnnotationType().asElement();
    }

    /** Whether an annotation is one of this library, or is itself annotated with one. */
    private static boolean isOurs(TypeElement annotation, Set<TypeElement> above) {
        String name = annotation.getQualifiedName().toString();
        if (name.startsWith("org.initweights.")) {
            return true;
        }
        return !name.startsWith("java.lang.")
                && above.add(annotation)
                && annotation.getAnnotationMirrors().stream().anyMatch(meta -> isOurs(type(meta), above));
    }

    private static boolean isInClassFiles(TypeElement annotation) {
        Retention retention = annotation.getAnnotation(Retention.class);
        return retention == null || retention.value() != RetentionPolicy.SOURCE;
    }

    private static Stream<AnnotationMirror> contained(AnnotationMirror mirror) {
        List<AnnotationMirror> parts = mirror.getElementValues().values().stream()
                .filter(value -> value.getValue() instanceof List<?>)
                .flatMap(value -> ((List<?>) value.getValue()).stream())
                .map(item -> ((AnnotationValue) item).getValue())
                .filter(AnnotationMirror.class::isInstance)
                .map(AnnotationMirror.class::cast)
                .toList();
        return parts.isEmpty() ? Stream.of(mirror) : parts.stream();
    }

    /** The annotation with the members that were given, by name. */
    private static String text(AnnotationMirror mirror) {
        Map<String, String> members = new TreeMap<>();
        mirror.getElementValues()
                .forEach((member, value) -> members.put(member.getSimpleName().toString(), text(value.getValue())));
        return "@" + type(mirror).getQualifiedName() + members;
    }

    private static String text(Object value) {
        if (value instanceof List<?> list) {
            List<String> items = list.stream()
                    .map(item -> text(((AnnotationValue) item).getValue()))
                    .toList();
            return items.size() == 1 ? items.get(0) : items.toString();
        }
        if (value instanceof VariableElement constant) {
            return constant.getSimpleName().toString();
        }
        if (value instanceof AnnotationMirror mirror) {
            return text(mirror);
        }
        return value instanceof Number number ? number(number) : value.toString();
    }

    /** A number alike whatever its type: compilers differ in whether they convert. */
    private static String number(Number number) {
        return Double.toString(number.doubleValue());
    }
}
