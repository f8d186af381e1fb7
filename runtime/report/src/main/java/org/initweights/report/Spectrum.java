package org.initweights.report;

import java.util.List;

/**
 * The singular values of a tensor as the matrix of its first axis and all others, largest first. They come from the eigenvalues of its
 * Gram matrix, so those below 1e-7 of the largest are not exact.
 */
public record Spectrum(List<Double> values) {

    public Spectrum {
        values = List.copyOf(values);
    }

    /** The largest: the most that the matrix stretches a vector by. */
    public double largest() {
        return values.get(0);
    }

    /** The smallest. */
    public double smallest() {
        return values.get(values.size() - 1);
    }
}
