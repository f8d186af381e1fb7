package org.initweights.processor.name;

/** The position of the model in the nearest list or array that holds it, or holds what it is part of. */
public record ListPosition() implements NumberSource {

    /** How formulas and dimensions name it. */
    public static final String NAME = "index";
}
