package org.initweights.internal.fill;

import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.initweights.Fill;

/** The logarithms of 1, 2, … {@code size} along the last axis. */
public record LogRangeFill(long size) implements Fill, Sized {

    public LogRangeFill {
        Argument.size("logRange", "size", size, 1);
    }

    private DoubleStream values() {
        return LongStream.rangeClosed(1, size).mapToDouble(StrictMath::log);
    }

    @Override
    public double mean() {
        return values().sum() / size;
    }

    @Override
    public double std() {
        double mean = mean();
        return Math.sqrt(values().map(value -> value - mean)
                        .map(deviation -> deviation * deviation)
                        .sum()
                / size);
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
