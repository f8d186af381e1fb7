package org.initweights.report.law;

/** How the elements of a tensor depend on each other. */
public enum Drawing {
    /** They are written, all the same, and certain. */
    FIXED,
    /** Each is drawn for itself, or certain. */
    INDEPENDENT,
    /** They depend on each other, or differ for certain: a test of independent elements says nothing of them. */
    TOGETHER
}
