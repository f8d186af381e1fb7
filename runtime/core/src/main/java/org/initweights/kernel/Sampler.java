package org.initweights.kernel;

import org.initweights.tensor.Storage;

/** Draws all the elements of one parameter. */
public interface Sampler {

    /** Fills {@code target} with the uniform distribution on {@code [lower, upper)}. */
    void uniform(Storage target, double lower, double upper);

    /** Fills {@code target} with the normal distribution. */
    void normal(Storage target, double mean, double std);

    /**
     * Fills {@code target} with the normal distribution of this mean and standard deviation, restricted to
     * {@code [lower, upper]}.
     */
    void truncatedNormal(Storage target, double mean, double std, double lower, double upper);

    /** What the part of the parameter that begins at the element {@code from} draws from. */
    Sampler part(long from);

    /** Shuffles {@code items}; {@code draw} numbers the independent shuffles of one parameter. */
    void shuffle(int[] items, long draw);
}
