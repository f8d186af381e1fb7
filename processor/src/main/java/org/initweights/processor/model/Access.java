package org.initweights.processor.model;

import java.util.Optional;
import org.initweights.processor.name.ClassRef;

/** How generated code in the model's package reaches a field. */
public sealed interface Access {

    /**
     * The field itself.
     *
     * @param owner the class of a static field; empty for a field of the model
     */
    record Direct(Optional<ClassRef> owner, String field, boolean assignable) implements Access {}

    /** A getter, and a setter if there is one. */
    record Accessors(String getter, Optional<String> setter) implements Access {}
}
