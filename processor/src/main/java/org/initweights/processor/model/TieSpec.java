package org.initweights.processor.model;

import org.initweights.internal.select.Binding;

/**
 * Two parameters that are one.
 *
 * @param place the annotation that says so
 */
public record TieSpec(Binding binding, Place place) {}
