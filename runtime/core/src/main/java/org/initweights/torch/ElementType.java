package org.initweights.torch;

import java.util.function.DoubleUnaryOperator;
import org.initweights.DType;
import org.initweights.HalfFormat;
import org.initweights.tensor.HalfCodec;

/**
 * How PyTorch rounds what it computes for tensors of one type. An operation on two floats, done in double and rounded to float, is
 * the operation in float; so rounding is all that tells the types apart.
 */
enum ElementType {
    F64(value -> value, value -> value),
    F32(value -> (float) value, value -> (float) value),
    F16(half(HalfFormat.FP16), value -> (float) value),
    BF16(half(HalfFormat.BF16), value -> (float) value);

    private final DoubleUnaryOperator rounding;
    private final DoubleUnaryOperator scalarRounding;

    ElementType(DoubleUnaryOperator rounding, DoubleUnaryOperator scalarRounding) {
        this.rounding = rounding;
        this.scalarRounding = scalarRounding;
    }

    /** The nearest number of this type. */
    double round(double value) {
        return rounding.applyAsDouble(value);
    }

    /** A number that is no tensor, as it enters an operation on tensors of this type: for half floats, a float. */
    double scalar(double value) {
        return scalarRounding.applyAsDouble(value);
    }

    static ElementType of(DType dtype) {
        return valueOf(dtype.name());
    }

    private static DoubleUnaryOperator half(HalfFormat format) {
        HalfCodec codec = HalfCodec.of(format);
        return value -> codec.decode(codec.encode((float) value));
    }
}
