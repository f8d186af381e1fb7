package org.initweights.processor.read;

import java.util.Set;

/**
 * A property of a Kotlin class, as its metadata tell it.
 *
 * @param name its name, which Java may not have
 * @param isAnnotated whether it, or its field, is annotated; from Kotlin 2.4 on it is told of fields
 * @param isLateinit whether it is set only after the object is made
 * @param hasField whether the class keeps its value
 * @param hasPrivateSetter whether only the class itself sets it
 * @param classes the qualified names of the classes in its type
 */
record KotlinProperty(
        String name,
        boolean isAnnotated,
        boolean isLateinit,
        boolean hasField,
        boolean hasPrivateSetter,
        Set<String> classes) {

    /** Field numbers and flags of {@code Property} in Kotlin's {@code metadata.proto}, and of its extension for the JVM. */
    private static final int NAME = 2;

    private static final int TYPE = 3;
    private static final int SETTER_FLAGS = 8;
    private static final int FLAGS = 11;
    private static final int SIGNATURE = 100;
    private static final int FIELD_OF_SIGNATURE = 1;
    private static final long ANNOTATED = 1;
    private static final long LATEINIT = 1 << 12;
    private static final long VISIBILITY = 7 << 1;
    private static final long PRIVATE = 1 << 1;
    private static final long PRIVATE_TO_THIS = 4 << 1;
    /** Public, final, with a getter. */
    private static final long DEFAULT_FLAGS = 518;

    /** The property that a message says. */
    static KotlinProperty of(ProtobufMessage property, KotlinStrings strings) {
        long flags = property.number(FLAGS).orElse(DEFAULT_FLAGS);
        long setter = property.number(SETTER_FLAGS).orElse(flags) & VISIBILITY;
        return new KotlinProperty(
                strings.name((int) property.number(NAME).orElse(0)),
                (flags & ANNOTATED) != 0,
                (flags & LATEINIT) != 0,
                property.message(SIGNATURE)
                        .flatMap(signature -> signature.message(FIELD_OF_SIGNATURE))
                        .isPresent(),
                setter == PRIVATE || setter == PRIVATE_TO_THIS,
                property.message(TYPE).map(strings::classes).orElse(Set.of()));
    }
}
