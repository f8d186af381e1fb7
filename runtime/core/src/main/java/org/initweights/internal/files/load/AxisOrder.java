package org.initweights.internal.files.load;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Where each axis of a tensor comes from, as in {@code numpy.transpose(a, axes)}: axis i of the result is axis {@code axes.get(i)} of what
 * is permuted.
 *
 * @param axes each number from 0 on once
 */
public record AxisOrder(List<Integer> axes) {

    /**
     * @throws IllegalArgumentException if they are not each number once
     */
    public AxisOrder {
        axes = List.copyOf(axes);
        if (!axes.stream()
                .sorted()
                .toList()
                .equals(IntStream.range(0, axes.size()).boxed().toList())) {
            throw new IllegalArgumentException(
                    axes + " is no order of axes: each number from 0 to " + (axes.size() - 1) + " must be there once");
        }
    }

    /** As many axes in the opposite order: how an array in Fortran's order lies in memory. */
    public static AxisOrder reversed(int rank) {
        return new AxisOrder(
                IntStream.range(0, rank).mapToObj(axis -> rank - 1 - axis).toList());
    }

    /** The order that first this and then another gives. */
    public AxisOrder then(AxisOrder next) {
        return new AxisOrder(next.axes.stream().map(axes::get).toList());
    }

    /** Whether each axis stays where it is. */
    public boolean isSame() {
        return IntStream.range(0, axes.size()).allMatch(axis -> axes.get(axis) == axis);
    }

    /** The sizes of the result. */
    public long[] sizes(long[] sizes) {
        return axes.stream().mapToLong(axis -> sizes[axis]).toArray();
    }

    /** How far apart, in the result, neighbours along each axis of the source are. */
    long[] strides(long[] sourceSizes) {
        long[] result = sizes(sourceSizes);
        long[] strides = new long[sourceSizes.length];
        long stride = 1;
        for (int axis = result.length - 1; axis >= 0; axis--) {
            strides[axes.get(axis)] = stride;
            stride *= result[axis];
        }
        return strides;
    }

    /** How many elements there are. */
    static long elements(long[] sizes) {
        return LongStream.of(sizes).reduce(1, Math::multiplyExact);
    }

    /** {@code [1, 0]}. */
    @Override
    public String toString() {
        return Arrays.toString(axes.toArray());
    }
}
