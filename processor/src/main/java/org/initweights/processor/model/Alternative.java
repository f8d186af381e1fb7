package org.initweights.processor.model;

/**
 * A model that a sealed model may turn out to be.
 *
 * @param type its class as the type of a variable
 */
public record Alternative(ModelType type) {}
