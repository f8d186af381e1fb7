package org.initweights.report.internal.law;

/** How the elements of a tensor depend on each other, from what a test knows most of to what it knows least of. */
public enum Dependence {
    /** Nothing is drawn: all elements are one known number. */
    CERTAIN,
    /** Each element is drawn for itself, or is a known number. */
    INDEPENDENT,
    /**
     * The value of one element says something of others, as in an orthogonal matrix, or all are known numbers that differ. A test of
     * independent elements does not apply.
     */
    DEPENDENT;

    /** What can be said of elements of both kinds together. */
    Dependence with(Dependence other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
