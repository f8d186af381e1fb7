package org.initweights.tensor;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.initweights.DType;

/**
 * A storage of half floats whose elements stay between two of them: what rounding would carry over a bound becomes the outermost number
 * inside. Numbers beyond a bound by themselves become that too.
 *
 * @param least a number of the storage's type
 * @param largest a number of the storage's type, not below {@code least}
 */
public record BoundedStorage(Storage target, float least, float largest) implements Storage {

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
    public long length() {
        return target.length();
    }

    @Override
    public Precision precision() {
        return Precision.SINGLE;
    }

    @Override
    public double get(long index) {
        return target.get(index);
    }

    @Override
    public DType dtype() {
        return target.dtype();
    }

    @Override
    public MemoryOrder order() {
        return target.order();
    }

    @Override
    public boolean isConcurrent() {
        return target.isConcurrent();
    }

    @Override
    public void encode(long from, int count, ByteBuffer bytes) {
        target.encode(from, count, bytes);
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
