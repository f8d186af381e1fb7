package org.initweights.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import org.initweights.DType;

/** Which arrays and types of DJL can be parameters. */
final class ArrayTypes {

    private ArrayTypes() {}

    /**
     * An array that is not closed.
     *
     * @throws IllegalStateException if it is
     */
    static NDArray open(NDArray array) {
        if (array.isReleased()) {
            throw new IllegalStateException(
                    "the NDArray is closed, by itself or with its NDManager; ask the block for its parameters again"
                            + " after it is initialised");
        }
        return array;
    }

    /**
     * An array that has memory for each element.
     *
     * @throws IllegalStateException if it is closed
     * @throws IllegalArgumentException if it is sparse
     */
    static NDArray dense(NDArray array) {
        if (open(array).isSparse()) {
            throw new IllegalArgumentException(
                    "the NDArray is sparse, " + array.getSparseFormat() + "; use array.toDense()");
        }
        return array;
    }

    /**
     * The type of elements of {@code type}.
     *
     * @throws IllegalArgumentException if it is no floating-point type that DJL's engine can hold
     */
    static DType of(DataType type) {
        return switch (type) {
            case FLOAT64 -> DType.F64;
            case FLOAT32 -> DType.F32;
            case FLOAT16 -> DType.F16;
            case BFLOAT16 ->
                // The engine calls std::terminate for it, so no such array may be asked for.
                throw new IllegalArgumentException(
                        "DJL's PyTorch engine ends the JVM when it meets bfloat16 on the CPU;"
                                + " use FLOAT32 or FLOAT16");
            default ->
                throw new IllegalArgumentException("the NDArray has the type " + type
                        + ", and only floating-point arrays are parameters; use FLOAT32, FLOAT64 or FLOAT16, for example"
                        + " array.toType(DataType.FLOAT32, true)");
        };
    }
}
