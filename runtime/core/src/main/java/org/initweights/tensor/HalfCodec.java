package org.initweights.tensor;

import org.initweights.DType;
import org.initweights.HalfFormat;

/** Converts between {@code float} and a 16-bit format, rounding to nearest, ties to even. */
public interface HalfCodec {

    /** The name of the format among the types of elements. */
    DType dtype();

    short encode(float value);

    float decode(short bits);

    static HalfCodec of(HalfFormat format) {
        return switch (format) {
            case BF16 -> new Bfloat16();
            case FP16 -> new Binary16();
        };
    }
}
