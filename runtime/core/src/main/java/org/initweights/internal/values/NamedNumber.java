package org.initweights.internal.values;

/** A number that an expression has a name for. */
public record NamedNumber(String name, double value) {}
