package org.initweights.internal.tensor;

import java.util.Optional;

/**
 * A storage of half floats whose elements stay between two of them: what rounding would carry over a bound becomes the outermost number
 * inside. Numbers beyond a bound by themselves become that too.
 *
 * @param least a number of the storage's type
 * @param largest a number of the storage's type, not below {@code least}
 */
public record BoundedStorage(Storage target, float least, float largest) implements ForwardingStorage {

    /** {@code target} with its elements in {@code [lower, upper)}; the storage itself if it rounds no {@code float}. */
    public static Storage halfOpen(Storage target, double lower, double upper) {
        return codec(target)
                .map(codec -> of(target, codec.ceil(lower), codec.below(upper)))
                .orElse(target);
    }

    /** {@code target} with its elements in {@code [lower, upper]}; the storage itself if it rounds no {@code float}. */
    public static Storage closed(Storage target, double lower, double upper) {
        return codec(target)
                .map(codec -> of(target, codec.ceil(lower), codec.floor(upper)))
                .orElse(target);
    }

    /** Where an interval holds no number of the type, all elements are the first one above it. */
    private static Storage of(Storage target, float least, float largest) {
        return new BoundedStorage(target, least, Math.max(least, largest));
    }

    /** What a view makes of doubles, only the view knows. */
    private static Optional<HalfCodec> codec(Storage target) {
        return target.precision() == Precision.SINGLE ? HalfCodec.of(target.dtype()) : Optional.empty();
    }

    @Override
    public void put(long offset, float[] values, int count) {
        for (int i = 0; i < count; i++) {
            values[i] = Math.max(least, Math.min(largest, values[i]));
        }
        target.put(offset, values, count);
    }

    @Override
    public void put(long offset, double[] values, int count) {
        for (int i = 0; i < count; i++) {
            values[i] = Math.max(least, Math.min(largest, values[i]));
        }
        target.put(offset, values, count);
    }
}
