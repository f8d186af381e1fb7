package org.initweights.internal.tensor;

import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.initweights.TensorShape;

/**
 * In which order the elements of a tensor lie in memory, as its strides tell. Most tensors are contiguous: row-major, without gaps.
 */
public final class MemoryOrder {

    /** The order of all contiguous tensors, whatever their shape. */
    public static final MemoryOrder CONTIGUOUS = new MemoryOrder(new long[0], new long[0]);

    private final long[] sizes;
    private final long[] strides;

    /** The axes with more than one element, from the largest stride to the smallest. */
    private final int[] axes;

    private MemoryOrder(long[] sizes, long[] strides) {
        this.sizes = sizes;
        this.strides = strides;
        this.axes = IntStream.range(0, sizes.length)
                .filter(axis -> sizes[axis] > 1)
                .boxed()
                .sorted(Comparator.comparing((Integer axis) -> strides[axis]).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * The order of a tensor, by the distance between neighbours along each axis, in elements.
     *
     * @throws IllegalArgumentException if there is not one stride for each axis, or if neighbours lie on the same place
     */
    public static MemoryOrder of(TensorShape shape, long... strides) {
        long[] sizes = LongStream.range(0, shape.rank())
                .map(axis -> shape.size((int) axis))
                .toArray();
        if (strides.length != sizes.length) {
            throw new IllegalArgumentException(strides.length + " strides for the shape " + shape);
        }
        for (int axis = 0; axis < sizes.length; axis++) {
            if (sizes[axis] > 1 && strides[axis] <= 0) {
                throw new IllegalArgumentException(
                        "the stride " + strides[axis] + " of axis " + axis + " is not positive");
            }
        }
        return ofStrides(sizes, strides.clone());
    }

    private static MemoryOrder ofStrides(long[] sizes, long[] strides) {
        long expected = 1;
        boolean contiguous = true;
        for (int axis = sizes.length - 1; axis >= 0; axis--) {
            if (sizes[axis] == 0) {
                return CONTIGUOUS;
            }
            contiguous &= sizes[axis] == 1 || strides[axis] == expected;
            expected *= sizes[axis];
        }
        return contiguous ? CONTIGUOUS : new MemoryOrder(sizes, strides);
    }

    public boolean isContiguous() {
        return sizes.length == 0;
    }

    /** Whether elements lie in memory in row-major order, with gaps or without. */
    boolean isRowMajor() {
        return IntStream.range(1, axes.length).allMatch(i -> axes[i - 1] < axes[i]);
    }

    /** The row-major index of the element at a place in memory, places counted without the gaps. */
    public long index(long place) {
        if (isContiguous()) {
            return place;
        }
        long[] coordinates = new long[sizes.length];
        long rest = place;
        for (int i = axes.length - 1; i >= 0; i--) {
            coordinates[axes[i]] = rest % sizes[axes[i]];
            rest /= sizes[axes[i]];
        }
        long index = 0;
        for (int axis = 0; axis < sizes.length; axis++) {
            index = index * sizes[axis] + coordinates[axis];
        }
        return index;
    }

    /** The order of some rows of the tensor, or of some rows of a row; other ranges count as contiguous. */
    MemoryOrder range(long from, long length) {
        long[] restSizes = sizes;
        long[] restStrides = strides;
        while (restSizes.length > 0) {
            long[] inner = tail(restSizes);
            long row = LongStream.of(inner).reduce(1, Math::multiplyExact);
            if (from % row == 0 && length % row == 0) {
                long[] rows = restSizes.clone();
                rows[0] = length / row;
                return ofStrides(rows, restStrides);
            }
            if (from / row != (from + length - 1) / row) {
                return CONTIGUOUS;
            }
            from %= row;
            restSizes = inner;
            restStrides = tail(restStrides);
        }
        return CONTIGUOUS;
    }

    /** The order of a slice of one axis; parts that are none of an axis count as contiguous. */
    MemoryOrder runs(ElementRuns part) {
        if (isContiguous()) {
            return ofStrides(
                    new long[] {part.blocks(), part.count(), part.run()}, new long[] {part.every(), part.step(), 1});
        }
        long inner = 1;
        for (int axis = sizes.length - 1; axis >= 0; axis--) {
            long outer = inner * sizes[axis];
            boolean isOfAxis = part.first() % inner == 0
                    && part.step() % inner == 0
                    && part.run() % inner == 0
                    && part.every() % inner == 0
                    && outer % part.every() == 0;
            if (isOfAxis) {
                return ofStrides(
                        around(axis, sizes, outer / part.every(), part.count(), part.run() / inner),
                        around(
                                axis,
                                strides,
                                part.every() / inner * strides[axis],
                                part.step() / inner * strides[axis],
                                strides[axis]));
            }
            inner = outer;
        }
        return CONTIGUOUS;
    }

    /** Some values, with others in the place of one. */
    private static long[] around(int axis, long[] values, long... others) {
        return LongStream.concat(
                        LongStream.concat(LongStream.of(values).limit(axis), LongStream.of(others)),
                        LongStream.of(values).skip(axis + 1))
                .toArray();
    }

    private static long[] tail(long[] values) {
        return LongStream.of(values).skip(1).toArray();
    }
}
