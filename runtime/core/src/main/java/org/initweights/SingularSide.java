package org.initweights;

/** Which of the two vectors of a singular value, in W · v = σ · u. */
public enum SingularSide {
    /** u, with one element for each row: PyTorch's {@code _u}. */
    LEFT,
    /** v, with one element for each column: PyTorch's {@code _v}. */
    RIGHT
}
