package org.initweights.internal.tensor;

import java.util.Optional;
import org.initweights.DType;
import org.initweights.HalfFormat;

/** Converts between {@code float} and a 16-bit format, rounding to nearest, ties to even. */
public interface HalfCodec {

    /** The name of the format among the types of elements. */
    DType dtype();

    short encode(float value);

    /** Rounds once, and not to a float before. */
    default short encode(double value) {
        return encode(OddFloat.of(value));
    }

    float decode(short bits);

    /** The least number of the format that is not less than {@code value}; an infinity counts as one. */
    default float ceil(double value) {
        // Nearest of the nearest float is at most one step away, for rounding keeps the order.
        short nearest = encode((float) value);
        return decode(nearest) < value ? decode(HalfStep.up(nearest)) : decode(nearest);
    }

    /** The largest number of the format that is not more than {@code value}; an infinity counts as one. */
    default float floor(double value) {
        return -ceil(-value);
    }

    /** The largest number of the format that is less than {@code value}. */
    default float below(double value) {
        return -decode(HalfStep.up(encode(-ceil(value))));
    }

    /** The codec of a type of elements, if that has 16 bits. */
    static Optional<HalfCodec> of(DType dtype) {
        return switch (dtype) {
            case BF16 -> Optional.of(new Bfloat16());
            case F16 -> Optional.of(new Binary16());
            case F32, F64, I32, I64 -> Optional.empty();
        };
    }

    static HalfCodec of(HalfFormat format) {
        return switch (format) {
            case BF16 -> new Bfloat16();
            case FP16 -> new Binary16();
        };
    }
}
