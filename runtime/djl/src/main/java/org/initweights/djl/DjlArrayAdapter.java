package org.initweights.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.initweights.DType;
import org.initweights.TensorAdapter;
import org.initweights.TensorShape;

/**
 * DJL's {@link NDArray} as a tensor: {@code float32}, {@code float64} and {@code float16}.
 *
 * <p>The kernels write the array's own memory if it is on the CPU, contiguous and smaller than 2 GB. All other arrays, those on a GPU and those in
 * another order such as transposed ones, are written as a whole by one call of the engine. DJL would give a copy as their buffer, and what is
 * written to that is lost.
 *
 * <p>Nothing here is recorded for gradients, as under {@code torch.no_grad()}.
 *
 * <pre>{@code
 * @InitWeights
 * class Head {
 *     @Shape({10, 64}) @KaimingNormal final NDArray weight;    // no adapter to name
 *     …
 * }
 * }</pre>
 *
 * <p>Every method throws an {@link IllegalStateException} if the array is closed. Several threads may call an adapter at the same time, for
 * different elements; an array must not be closed meanwhile.
 */
public final class DjlArrayAdapter implements TensorAdapter<NDArray> {

    /** Holds what is made for fields that are null; these arrays live until they are closed. */
    private static final class Owner {

        static final NDManager MANAGER = NDManager.newBaseManager();
    }

    /** An adapter for any number of arrays. */
    public DjlArrayAdapter() {}

    /** A new array of {@code float32} on DJL's default device. It belongs to no manager that is ever closed, so close it by itself. */
    @Override
    public NDArray allocate(TensorShape shape) {
        return Owner.MANAGER.create(new Shape(shape.dims()), DataType.FLOAT32);
    }

    @Override
    public long elements(NDArray tensor) {
        return ArrayTypes.open(tensor).size();
    }

    /**
     * The array's type.
     *
     * @throws IllegalArgumentException if it is none of the floating-point types that DJL's engine can hold, or the array is sparse
     */
    @Override
    public DType dtype(NDArray tensor) {
        return ArrayTypes.of(ArrayTypes.dense(tensor).getDataType());
    }

    @Override
    public Optional<ByteBuffer> memory(NDArray tensor) {
        return ArrayMemory.of(ArrayTypes.dense(tensor));
    }

    /**
     * The distances in memory, which only arrays on the CPU tell.
     *
     * @throws IllegalArgumentException if several elements of the array are one in memory, as in a broadcast one, or if an array in another
     *     order than row-major is too large or given another shape than its own
     */
    @Override
    public long[] strides(NDArray tensor, TensorShape shape) {
        NDArray array = ArrayTypes.dense(tensor);
        if (!ArrayMemory.isOnCpu(array) || ArrayMemory.of(array).isPresent()) {
            return TensorAdapter.super.strides(tensor, shape);
        }
        ArrayStrides strides = ArrayStrides.of(array);
        if (strides.isRowMajor()) {
            return TensorAdapter.super.strides(tensor, shape);
        }
        if (!Arrays.equals(array.getShape().getShape(), shape.dims())) {
            throw new IllegalArgumentException("the array is " + array.getShape()
                    + " and not contiguous, so it has no other shape; give it its own, or use array.duplicate()");
        }
        return strides.exact();
    }

    @Override
    public double get(NDArray tensor, long index) {
        double[] value = new double[1];
        read(tensor, index, value, 1);
        return value[0];
    }

    @Override
    public void read(NDArray tensor, long offset, float[] values, int count) {
        ArrayPieces.visit(
                ArrayTypes.dense(tensor),
                offset,
                count,
                (piece, at) -> piece.toType(DataType.FLOAT32, false)
                        .toByteBuffer(true)
                        .asFloatBuffer()
                        .get(values, at, Math.toIntExact(piece.size())));
    }

    @Override
    public void read(NDArray tensor, long offset, double[] values, int count) {
        ArrayPieces.visit(
                ArrayTypes.dense(tensor),
                offset,
                count,
                (piece, at) -> piece.toType(DataType.FLOAT64, false)
                        .toByteBuffer(true)
                        .asDoubleBuffer()
                        .get(values, at, Math.toIntExact(piece.size())));
    }

    @Override
    public void put(NDArray tensor, long offset, float[] values, int count) {
        ArrayPieces.visit(ArrayTypes.dense(tensor), offset, count, (piece, at) -> {
            float[] own = Arrays.copyOfRange(values, at, at + Math.toIntExact(piece.size()));
            ArrayMemory.assign(piece, piece.getManager().create(own, piece.getShape()));
        });
    }

    @Override
    public void put(NDArray tensor, long offset, double[] values, int count) {
        ArrayPieces.visit(ArrayTypes.dense(tensor), offset, count, (piece, at) -> {
            double[] own = Arrays.copyOfRange(values, at, at + Math.toIntExact(piece.size()));
            ArrayMemory.assign(piece, piece.getManager().create(own, piece.getShape()));
        });
    }

    @Override
    public void write(NDArray tensor, ByteBuffer all) {
        ArrayMemory.write(ArrayTypes.dense(tensor), all);
    }

    /** Different elements may be written by several threads. */
    @Override
    public boolean isConcurrent() {
        return true;
    }
}
