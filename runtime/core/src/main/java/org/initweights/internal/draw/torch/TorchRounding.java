package org.initweights.internal.draw.torch;

import org.initweights.DType;
import org.initweights.HalfFormat;
import org.initweights.internal.tensor.HalfCodec;

/**
 * How PyTorch rounds what it computes for tensors of one type. An operation on two floats, done in double and rounded to float, is the
 * operation in float; so rounding is all that tells the types apart.
 *
 * <p>That holds for one addition, multiplication, division or root, since a double has more than twice the digits of a float and two more.
 * It does not hold for a fused multiply-add. Half floats are rounded by way of float, to nearest even, as PyTorch does.
 */
enum TorchRounding {
    F64 {
        @Override
        double round(double value) {
            return value;
        }

        @Override
        double scalar(double value) {
            return value;
        }
    },
    F32 {
        @Override
        double round(double value) {
            return (float) value;
        }
    },
    F16 {
        @Override
        double round(double value) {
            HalfCodec codec = HalfCodec.of(HalfFormat.FP16);
            return codec.decode(codec.encode((float) value));
        }
    },
    BF16 {
        @Override
        double round(double value) {
            HalfCodec codec = HalfCodec.of(HalfFormat.BF16);
            return codec.decode(codec.encode((float) value));
        }
    };

    /** The nearest number of this type. */
    abstract double round(double value);

    /** A number that is no tensor, as it enters an operation on tensors of this type: for half floats, a float. */
    double scalar(double value) {
        return (float) value;
    }

    /** The rounding of tensors of this type. */
    static TorchRounding of(DType dtype) {
        return valueOf(dtype.name());
    }
}
