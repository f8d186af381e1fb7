package org.initweights.processor.model;

import org.initweights.processor.name.ClassRef;

/** A field that holds one sub-model or many. */
public record SubModelSpec(String name, Access access, ClassRef model, Holder holder, boolean optional)
        implements Member {

    /** What the field holds its sub-models in. */
    public enum Holder {
        /** One sub-model. */
        FIELD,
        ARRAY,
        /** A collection. */
        ITERABLE,
        /** The values of a map. */
        MAP
    }
}
