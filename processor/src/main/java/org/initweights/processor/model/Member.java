package org.initweights.processor.model;

/** A field of a model that has to do with initialisation. */
public sealed interface Member permits ParameterSpec, SubModelSpec {

    /** The field's name. */
    String name();

    /** How generated code reads and sets the field. */
    Access access();
}
