package org.initweights.processor.model;

import org.initweights.processor.name.ClassRef;

/** A field that holds one sub-model or many. */
public record SubModelSpec(String name, Access access, ClassRef model, Holder holder, boolean optional)
        implements Member {

    /** What the field holds its sub-models in. */
    public enum Holder {
        FIELD("one sub-model"),
        ARRAY("an array of sub-models"),
        ITERABLE("a collection of sub-models"),
        MAP("a map of sub-models");

        private final String title;

        Holder(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}
