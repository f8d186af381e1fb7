package org.initweights.processor.model;

import java.util.Optional;

/**
 * A field whose type does not tell whether a model is in it, so that only a look at the object can.
 *
 * @param access how generated code names the field; empty if it cannot
 */
public record LookSpec(String name, Optional<Access.Direct> access) {}
