package org.initweights.nd4j;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.initweights.DType;
import org.initweights.TensorAdapter;
import org.initweights.TensorShape;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner.ExecutionerType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Arrays of ND4J as parameters: of 'c' or 'f' order, views of other arrays, and of the types {@code DOUBLE}, {@code FLOAT}, {@code HALF} and
 * {@code BFLOAT16}, each drawn, saved and loaded in its type.
 *
 * <p>This adapter is found without being named: a field {@code @Shape({64, 32}) @XavierNormal INDArray weight} is enough.
 * For arrays that are already there:
 *
 * <pre>{@code
 * Parameters parameters = Parameters.of(p -> p
 *         .tensor("weight", array, new Nd4jAdapter(), xavierNormal(), 64, 32));
 * }</pre>
 *
 * <p>An array of the CPU backend whose elements lie in row-major order without gaps is written where it is. Other arrays, such as
 * the weights of Deeplearning4j's dense layers ('f' order), are drawn beside and assigned at once. Elements are numbered in row-major order
 * either way.
 *
 * <p>Methods throw an {@link IllegalStateException} for an array that was closed, whose parent was, or whose workspace was left, and an {@link
 * IllegalArgumentException} for one that cannot be written: integers, booleans, text, constants and compressed arrays.
 *
 * <p>Threads may share an adapter. With the CPU backend they may write different elements of an array at the same time.
 */
public final class Nd4jAdapter implements TensorAdapter<INDArray> {

    /** For arrays of any shape and type. */
    public Nd4jAdapter() {}

    /** Zeros in 'c' order, outside of workspaces, in ND4J's {@link Nd4j#defaultFloatingPointType()}, which is {@code FLOAT} unless you set it. */
    @Override
    public INDArray allocate(TensorShape shape) {
        return OutsideWorkspaces.call(() -> Nd4j.create(Nd4j.defaultFloatingPointType(), shape.dims(), 'c'));
    }

    @Override
    public long elements(INDArray tensor) {
        return ArrayCheck.open(tensor).length();
    }

    @Override
    public DType dtype(INDArray tensor) {
        ArrayCheck.writable(tensor);
        DataType type = tensor.dataType();
        return switch (type) {
            case DOUBLE -> DType.F64;
            case FLOAT -> DType.F32;
            case HALF -> DType.F16;
            case BFLOAT16 -> DType.BF16;
            default ->
                throw new IllegalArgumentException(
                        "the INDArray is of type " + type
                                + ", and weights are DOUBLE, FLOAT, HALF or BFLOAT16; give array.castTo(DataType.FLOAT), or leave it out");
        };
    }

    /** The array's own memory, if it is of the CPU backend, row-major without gaps, and smaller than 2 GB. */
    @Override
    public Optional<ByteBuffer> memory(INDArray tensor) {
        long bytes = dtype(tensor).bytes() * tensor.length();
        if (!isOnCpu() || bytes > Integer.MAX_VALUE || !isRowMajor(tensor)) {
            return Optional.empty();
        }
        ByteBuffer memory = bytes == 0
                ? ByteBuffer.allocateDirect(0)
                : new BytePointer(tensor.data().addressPointer())
                        .capacity(bytes)
                        .asByteBuffer();
        return Optional.of(memory.order(ByteOrder.nativeOrder()));
    }

    private static boolean isOnCpu() {
        return Nd4j.getExecutioner().type() == ExecutionerType.NATIVE_CPU;
    }

    private static boolean isRowMajor(INDArray tensor) {
        long expected = 1;
        for (int axis = tensor.rank() - 1; axis >= 0; axis--) {
            if (tensor.size(axis) != 1 && tensor.stride(axis) != expected) {
                return tensor.length() == 0;
            }
            expected *= tensor.size(axis);
        }
        return true;
    }

    @Override
    public double get(INDArray tensor, long index) {
        double[] value = new double[1];
        read(tensor, index, value, 1);
        return value[0];
    }

    @Override
    public void read(INDArray tensor, long offset, float[] values, int count) {
        DataBuffer data = ArrayCheck.open(tensor).data();
        runs(tensor).visit(offset, count, (position, stride, first, length) -> {
            for (int i = 0; i < length; i++) {
                values[first + i] = data.getFloat(position + i * stride);
            }
        });
    }

    @Override
    public void read(INDArray tensor, long offset, double[] values, int count) {
        DataBuffer data = ArrayCheck.open(tensor).data();
        runs(tensor).visit(offset, count, (position, stride, first, length) -> {
            for (int i = 0; i < length; i++) {
                values[first + i] = data.getDouble(position + i * stride);
            }
        });
    }

    @Override
    public void put(INDArray tensor, long offset, float[] values, int count) {
        DataBuffer data = ArrayCheck.writable(tensor).data();
        if (isOnCpu() && ColumnMajorMatrix.is(tensor)) {
            ColumnMajorMatrix matrix = ColumnMajorMatrix.of(tensor);
            if (matrix.isBand(offset, count)) {
                matrix.writeBand(offset, values, count);
                return;
            }
        }
        runs(tensor).visit(offset, count, (position, stride, first, length) -> {
            for (int i = 0; i < length; i++) {
                data.put(position + i * stride, values[first + i]);
            }
        });
    }

    @Override
    public void put(INDArray tensor, long offset, double[] values, int count) {
        DataBuffer data = ArrayCheck.writable(tensor).data();
        runs(tensor).visit(offset, count, (position, stride, first, length) -> {
            for (int i = 0; i < length; i++) {
                data.put(position + i * stride, values[first + i]);
            }
        });
    }

    private static RowMajorRuns runs(INDArray tensor) {
        return new RowMajorRuns(tensor.shape(), tensor.stride());
    }

    /** Into a matrix of 'f' order in the machine's memory directly; else by one {@code assign}, which knows devices and orders. */
    @Override
    public void write(INDArray tensor, ByteBuffer all) {
        ArrayCheck.writable(tensor);
        if (tensor.length() == 0) {
            return;
        }
        if (isOnCpu() && ColumnMajorMatrix.is(tensor)) {
            ColumnMajorMatrix.of(tensor).write(all);
            return;
        }
        try (INDArray rowMajor = OutsideWorkspaces.call(() -> isOnCpu() ? view(all, tensor) : copy(all, tensor))) {
            tensor.assign(rowMajor);
        }
    }

    /** An array over memory that is there. Nd4j.createBuffer(ByteBuffer, …) would copy, and makes other numbers of bfloat16. */
    private static INDArray view(ByteBuffer all, INDArray like) {
        DataBuffer data = Nd4j.createBuffer(new BytePointer(all.slice()), like.length(), like.dataType());
        return Nd4j.create(data, like.shape(), Nd4j.getStrides(like.shape(), 'c'), 0, 'c');
    }

    /** An array of the device, which knows what was put into it. */
    private INDArray copy(ByteBuffer all, INDArray like) {
        INDArray copy = Nd4j.createUninitialized(like.dataType(), like.shape(), 'c');
        TensorAdapter.super.write(copy, all);
        return copy;
    }

    /** Some rows of a matrix of 'f' order in the machine's memory. */
    @Override
    public int bandLength(INDArray tensor) {
        return isOnCpu() && tensor.length() > 0 && ColumnMajorMatrix.is(tensor)
                ? ColumnMajorMatrix.of(tensor).bandLength()
                : 0;
    }

    @Override
    public boolean isConcurrent() {
        return isOnCpu();
    }

    @Override
    public long[] strides(INDArray tensor, TensorShape shape) {
        return Arrays.equals(tensor.shape(), shape.dims()) && tensor.length() > 0
                ? tensor.stride()
                : TensorAdapter.super.strides(tensor, shape);
    }
}
