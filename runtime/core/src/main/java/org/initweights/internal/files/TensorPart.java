package org.initweights.internal.files;

import java.util.Arrays;
import java.util.Objects;
import org.initweights.TensorShape;

/**
 * A part of a tensor, from one index to another along each axis, and where its elements lie among those of the tensor, in row-major
 * order.
 */
public final class TensorPart {

    private final long[] strides;
    private final long[] sizes;
    private final long begin;

    /** How many axes there are before those whose elements follow each other without a gap. */
    private final int outerAxes;

    private final long run;
    private final TensorShape shape;

    private TensorPart(long[] strides, long[] sizes, long begin) {
        this.strides = strides;
        this.sizes = sizes;
        this.begin = begin;
        this.shape = TensorShape.of(sizes);
        int axis = sizes.length;
        long gapless = 1;
        while (axis > 0 && strides[axis - 1] == gapless) {
            axis--;
            gapless *= sizes[axis];
        }
        this.outerAxes = axis;
        this.run = gapless;
    }

    /** All of a tensor. */
    public static TensorPart all(TensorShape shape) {
        long[] sizes = shape.dims();
        long[] strides = new long[sizes.length];
        long stride = 1;
        for (int axis = sizes.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= sizes[axis];
        }
        return new TensorPart(strides, sizes, 0);
    }

    /**
     * A part of this part.
     *
     * @param from the first index along {@code axis}
     * @param to the index after the last
     * @throws IndexOutOfBoundsException if there is no such axis, or it has no such indices
     */
    public TensorPart slice(int axis, long from, long to) {
        Objects.checkIndex(axis, sizes.length);
        Objects.checkFromToIndex(from, to, sizes[axis]);
        long[] fewer = sizes.clone();
        fewer[axis] = to - from;
        return new TensorPart(strides, fewer, begin + from * strides[axis]);
    }

    /** The same part, of which each element is several smaller ones: the bytes of numbers. */
    public TensorPart divided(int count) {
        long[] finer = Arrays.copyOf(strides, strides.length + 1);
        for (int axis = 0; axis < strides.length; axis++) {
            finer[axis] *= count;
        }
        finer[strides.length] = 1;
        long[] more = Arrays.copyOf(sizes, sizes.length + 1);
        more[sizes.length] = count;
        return new TensorPart(finer, more, begin * count);
    }

    /** The shape of this part. */
    public TensorShape shape() {
        return shape;
    }

    /** Where an element of this part is in the tensor. */
    long position(long element) {
        long position = begin + element % run;
        long rest = element / run;
        for (int axis = outerAxes - 1; axis >= 0; axis--) {
            position += rest % sizes[axis] * strides[axis];
            rest /= sizes[axis];
        }
        return position;
    }

    /** How many elements follow each other without a gap, from an element of this part on. */
    long following(long element) {
        return run - element % run;
    }
}
