package org.initweights.internal.tensor;

/** In which type the values for a storage are computed. */
public enum Precision {
    SINGLE,
    DOUBLE
}
