package org.initweights.processor.read;

import javax.lang.model.element.Element;

/** What Kotlin's compiler makes of the names of members. */
final class KotlinNames {

    private static final String SEPARATOR = "$";

    /** The end of the method that only keeps the annotations of a property. */
    private static final String ANNOTATIONS = "$annotations";

    private KotlinNames() {}

    /** Whether a member is the internal one of a name, to which Kotlin adds the module's: {@code getConv$models}. */
    static boolean isInternal(Element member, String name) {
        String found = member.getSimpleName().toString();
        return found.startsWith(name + SEPARATOR) && !found.endsWith(ANNOTATIONS);
    }
}
