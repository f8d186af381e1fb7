package org.initweights.internal.kernel;

import java.util.function.IntToLongFunction;
import java.util.function.LongUnaryOperator;
import org.initweights.Layout;
import org.initweights.TensorShape;

/**
 * Where the weight between two channels is stored, at one position of a convolution's kernel, in row-major order and any layout of the
 * axes.
 *
 * @param origin the index of the position for the first two channels
 * @param wholeStride how far apart neighbours on the axis of all channels are
 * @param groupStride how far apart neighbours on the axis of one group's channels are
 */
record ChannelIndex(long origin, long wholeStride, long groupStride) {

    /**
     * The position that {@code centre} takes on each spatial axis.
     *
     * @param centre from the size of an axis to a position on it
     */
    static ChannelIndex centred(TensorShape shape, LongUnaryOperator centre) {
        return at(shape, axis -> centre.applyAsLong(shape.size(axis)));
    }

    /**
     * Any position.
     *
     * @param position from the number of a spatial axis to a position on it
     */
    static ChannelIndex at(TensorShape shape, IntToLongFunction position) {
        Layout layout = shape.layout();
        int rank = shape.rank();
        long origin = 0;
        long stride = 1;
        long wholeStride = 0;
        long groupStride = 0;
        for (int axis = rank - 1; axis >= 0; axis--) {
            if (axis == layout.wholeAxis(rank)) {
                wholeStride = stride;
            } else if (axis == layout.groupAxis(rank)) {
                groupStride = stride;
            } else {
                origin += position.applyAsLong(axis) * stride;
            }
            stride *= shape.size(axis);
        }
        return new ChannelIndex(origin, wholeStride, groupStride);
    }

    /** The index of an element, by its place on the axis of all channels and on the axis of one group's channels. */
    long of(long whole, long inGroup) {
        return origin + whole * wholeStride + inGroup * groupStride;
    }
}
