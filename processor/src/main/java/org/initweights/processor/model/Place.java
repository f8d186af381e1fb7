package org.initweights.processor.model;

/**
 * A place in the user's source.
 *
 * @param key what the places were kept under when the model was read
 */
public record Place(int key) {}
