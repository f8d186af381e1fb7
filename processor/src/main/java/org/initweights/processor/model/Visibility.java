package org.initweights.processor.model;

/** From where Kotlin code can name a model. */
public enum Visibility {
    /** From everywhere. */
    PUBLIC,
    /** From the module. */
    INTERNAL,
    /** From fewer places: nothing beside the model can be declared for it. */
    HIDDEN;

    /** The lesser of two. */
    public Visibility and(Visibility other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
