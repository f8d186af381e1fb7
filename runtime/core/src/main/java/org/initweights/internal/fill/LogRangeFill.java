package org.initweights.internal.fill;

import org.initweights.Fill;

/** The logarithms of 1, 2, … {@code size} along the last axis. */
public record LogRangeFill(long size) implements Fill, Sized {

    public LogRangeFill {
        Argument.size("logRange", "size", size, 1);
    }

    @Override
    public double mean() {
        return SmoothSum.of(StrictMath::log, size) / size;
    }

    @Override
    public double std() {
        double mean = mean();
        return Math.sqrt(SmoothSum.of(k -> square(StrictMath.log(k) - mean), size) / size);
    }

    private static double square(double deviation) {
        return deviation * deviation;
    }

    @Override
    public double lower() {
        return 0;
    }

    @Override
    public double upper() {
        return StrictMath.log((double) size);
    }

    @Override
    public boolean fits(long elements) {
        return elements % size == 0;
    }

    @Override
    public String toString() {
        return "log 1 … log " + size;
    }
}
