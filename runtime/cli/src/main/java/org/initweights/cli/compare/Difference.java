package org.initweights.cli.compare;

import java.util.List;
import org.initweights.cli.output.Dims;
import org.initweights.io.WeightTensor;
import org.jspecify.annotations.Nullable;

/**
 * How two tensors of the same name differ.
 *
 * @param a the first, if there is one
 * @param b the second, if there is one
 * @param values in how many elements they differ, if both were read as numbers
 */
public record Difference(
        String name,
        Kind kind,
        @Nullable Entry a,
        @Nullable Entry b,
        @Nullable ValueDifference values) {

    /** What differs. */
    public enum Kind {
        ONLY_IN_A,
        ONLY_IN_B,
        SHAPE,
        DTYPE,
        VALUES
    }

    /** What the header says of a tensor. */
    public record Entry(String dtype, List<Long> shape) {

        static @Nullable Entry of(@Nullable WeightTensor tensor) {
            return tensor == null ? null : new Entry(tensor.type().name(), Dims.of(tensor.shape()));
        }

        @Override
        public String toString() {
            return dtype + " " + shape;
        }
    }
}
