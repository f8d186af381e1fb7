package org.initweights;

/** The distribution that variance scaling draws from; all three have the same variance. */
public enum Distribution {
    /** A normal cut at two standard deviations and rescaled, so that the variance after the cut is the one asked for. */
    TRUNCATED_NORMAL,
    NORMAL,
    UNIFORM
}
