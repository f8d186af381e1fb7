package org.initweights.internal.fill;

import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * The weights of linear interpolation along one axis of a kernel of {@code size} positions: a triangle about the kernel's
 * middle, 1 at its top. Long, Shelhamer and Darrell, 2015.
 */
public record Interpolation(long size) {

    /** How many times as many positions the axis has after a convolution with this stride. */
    public long factor() {
        return (size + 1) / 2;
    }

    /** 1 - |position / f - c|, where c = (size - 1) / 2f is the middle. */
    public double weight(long position) {
        double f = factor();
        return 1 - Math.abs(position / f - (size - 1) / (2 * f));
    }

    /** The largest of the weights, which stands in the middle; 0 if there are none. */
    double largest() {
        return size == 0 ? 0 : Math.max(weight((size - 1) / 2), weight(size / 2));
    }

    /** The smallest of the weights, which stands at an end; 0 if there are none. */
    double smallest() {
        return size == 0 ? 0 : Math.min(weight(0), weight(size - 1));
    }

    /** All the weights, first to last. */
    DoubleStream weights() {
        return LongStream.range(0, size).mapToDouble(this::weight);
    }
}
