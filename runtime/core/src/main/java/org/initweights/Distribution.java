package org.initweights;

/** The distribution that variance scaling draws from. All three have mean 0 and the same variance. */
public enum Distribution {
    /** A normal distribution cut at two standard deviations to each side. It starts wider, so that the cut leaves the variance asked for. */
    TRUNCATED_NORMAL,
    /** A normal distribution without a cut. */
    NORMAL,
    /** A uniform distribution between two bounds, ±√3 standard deviations. */
    UNIFORM
}
