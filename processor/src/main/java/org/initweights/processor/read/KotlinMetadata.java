package org.initweights.processor.read;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import org.initweights.processor.model.Visibility;

/**
 * Reads from the metadata of a Kotlin class what its Java stub has lost: a class that is {@code internal} in Kotlin is public in
 * Java, and one that is sealed is not.
 *
 * <p>The annotation {@code kotlin.Metadata} keeps two protocol-buffer messages in strings, a byte a letter: a table of strings with its
 * length before it, and the class, whose field 1 holds flags, and whose fields 10 are properties; bits 1 to 3 are the visibility, bits 4
 * and 5 say whether the class is sealed. See the files {@code metadata.proto} and {@code BitEncoding} of the Kotlin compiler.
 *
 * @param flags the flags of the class
 */
record KotlinMetadata(long flags) {

    private static final String KOTLIN_CLASS = "kotlin.Metadata";
    private static final char BYTES_FOLLOW = 0;
    private static final int FLAGS = 1;

    private static final int PROPERTY = 10;

    /** Public, and final. */
    private static final long DEFAULT = 6;

    private static final int INTERNAL = 0;
    private static final int PRIVATE = 1;
    private static final int PUBLIC = 3;
    private static final int SEALED = 3;

    /** What the stub of a Kotlin class tells; empty for a Java class. */
    static Optional<KotlinMetadata> of(TypeElement type) {
        return annotation(type).map(annotation -> of(joined(annotation)));
    }

    /**
     * Whether a property has a getter whose name Kotlin ends with a digest, as those of value classes: Java has no such names, and the
     * stub no such getters.
     */
    static boolean hasMangledGetter(TypeElement type, String property) {
        String start = "get" + AccessReader.capitalized(property) + "-";
        return annotation(type).stream()
                .flatMap(annotation -> strings(annotation, "d2"))
                .anyMatch(name -> name.startsWith(start));
    }

    private static Optional<? extends AnnotationMirror> annotation(TypeElement type) {
        return type.getAnnotationMirrors().stream()
                .filter(annotation -> annotation.getAnnotationType().toString().equals(KOTLIN_CLASS))
                .findFirst();
    }

    /** The strings of a member of the annotation, if it has it. */
    private static Stream<String> strings(AnnotationMirror annotation, String name) {
        return annotation.getElementValues().entrySet().stream()
                .filter(member -> member.getKey().getSimpleName().contentEquals(name))
                .flatMap(member -> strings(member.getValue()));
    }

    @SuppressWarnings("unchecked") // The member is an array of strings, and so the compiler gives a list of values.
    private static Stream<String> strings(AnnotationValue strings) {
        return ((List<? extends AnnotationValue>) strings.getValue()).stream().map(value -> (String) value.getValue());
    }

    /** The metadata in {@code text}; if its form is not known, the metadata of a public class. */
    private static KotlinMetadata of(String text) {
        return bytes(text)
                .map(bytes -> {
                    ProtobufMessage.delimited(bytes);
                    return new KotlinMetadata(
                            new ProtobufMessage(bytes.slice()).number(FLAGS).orElse(DEFAULT));
                })
                .orElse(new KotlinMetadata(DEFAULT));
    }

    private static Optional<ByteBuffer> bytes(String text) {
        return text.isEmpty() || text.charAt(0) != BYTES_FOLLOW
                ? Optional.empty()
                : Optional.of(ByteBuffer.wrap(text.substring(1).getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** The properties of a Kotlin class, those among them that its stub does not have; none of a Java class. */
    static List<KotlinProperty> properties(TypeElement type) {
        return annotation(type)
                .flatMap(annotation -> bytes(joined(annotation)).map(bytes -> {
                    KotlinStrings strings = KotlinStrings.of(ProtobufMessage.delimited(bytes), names(annotation));
                    return new ProtobufMessage(bytes.slice())
                            .messages(PROPERTY).stream()
                                    .map(property -> KotlinProperty.of(property, strings))
                                    .toList();
                }))
                .orElse(List.of());
    }

    /** The property of a Kotlin class that has a name. */
    static Optional<KotlinProperty> property(String name, TypeElement type) {
        return properties(type).stream()
                .filter(property -> property.name().equals(name))
                .findFirst();
    }

    /** The qualified names of classes that a Kotlin class's metadata describe, annotations of its properties among them. */
    static List<String> described(TypeElement type) {
        return annotation(type)
                .map(annotation -> new KotlinStrings(names(annotation), List.of()).described())
                .orElse(List.of());
    }

    private static String joined(AnnotationMirror annotation) {
        return strings(annotation, "d1").collect(Collectors.joining());
    }

    private static List<String> names(AnnotationMirror annotation) {
        return strings(annotation, "d2").toList();
    }

    /** From where Kotlin code can name the class. */
    Visibility visibility() {
        return declared() == PUBLIC
                ? Visibility.PUBLIC
                : declared() == INTERNAL ? Visibility.INTERNAL : Visibility.HIDDEN;
    }

    boolean isPrivate() {
        return declared() == PRIVATE;
    }

    private int declared() {
        return (int) (flags >> 1) & 7;
    }

    boolean isSealed() {
        return ((flags >> 4) & 3) == SEALED;
    }
}
