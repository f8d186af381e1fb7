package org.initweights.processor.model;

import org.initweights.processor.name.ClassRef;

/** A field that holds one sub-model or many. */
public record SubModelSpec(String name, Access access, ClassRef model, Holder holder, boolean optional)
        implements Member {

    /** What the field holds its sub-models in. */
    public enum Holder {
        FIELD,
        ARRAY,
        ITERABLE,
        MAP
    }
}
