package org.initweights.generated;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.function.Function;
import org.initweights.HalfFormat;
import org.initweights.TensorAdapter;
import org.initweights.TensorShape;
import org.initweights.tensor.AdapterStorage;
import org.initweights.tensor.ArrayLength;
import org.initweights.tensor.DoubleArrayStorage;
import org.initweights.tensor.DoubleBufferStorage;
import org.initweights.tensor.FloatArrayStorage;
import org.initweights.tensor.FloatBufferStorage;
import org.initweights.tensor.HalfArrayStorage;
import org.initweights.tensor.HalfBufferStorage;
import org.initweights.tensor.MemoryOrder;
import org.initweights.tensor.ModelStorage;
import org.initweights.tensor.NestedStorage;

/**
 * What a model keeps a parameter in. Buffers that have to be allocated are direct and of native byte order, ready for
 * native code.
 *
 * <p>Types are immutable, and threads may share them, but for those of an adapter, which are as their adapter is.
 *
 * @param <T> the type of the field
 */
public final class TensorType<T> {

    public static final TensorType<float[]> FLOATS = array(n -> new float[n], FloatArrayStorage::new);
    public static final TensorType<double[]> DOUBLES = array(n -> new double[n], DoubleArrayStorage::new);
    public static final TensorType<short[]> BF16 = halves(HalfFormat.BF16);
    public static final TensorType<short[]> FP16 = halves(HalfFormat.FP16);
    public static final TensorType<FloatBuffer> FLOAT_BUFFER =
            array(n -> direct(n, Float.BYTES).asFloatBuffer(), FloatBufferStorage::new);
    public static final TensorType<DoubleBuffer> DOUBLE_BUFFER =
            array(n -> direct(n, Double.BYTES).asDoubleBuffer(), DoubleBufferStorage::new);
    public static final TensorType<ShortBuffer> BF16_BUFFER = halfBuffer(HalfFormat.BF16);
    public static final TensorType<ShortBuffer> FP16_BUFFER = halfBuffer(HalfFormat.FP16);

    private final Function<TensorShape, T> allocator;
    private final Opener<T> opener;

    private TensorType(Function<TensorShape, T> allocator, Opener<T> opener) {
        this.allocator = allocator;
        this.opener = opener;
    }

    /** Arrays of arrays, {@code float[][]} or {@code double[][][]}: one level of arrays for each dimension. */
    public static <A> TensorType<A> nested(Class<A> type) {
        return new TensorType<>(shape -> type.cast(NestedStorage.allocate(type, shape)), NestedStorage::new);
    }

    /** A type that a user's adapter reads and writes. */
    public static <T> TensorType<T> adapted(TensorAdapter<T> adapter) {
        return new TensorType<>(
                adapter::allocate,
                (tensor, shape) ->
                        new AdapterStorage<>(tensor, adapter, MemoryOrder.of(shape, adapter.strides(tensor, shape))));
    }

    /** New storage for a parameter of this shape. */
    T allocate(TensorShape shape) {
        return allocator.apply(shape);
    }

    /** The elements of {@code tensor}. */
    ModelStorage open(T tensor, TensorShape shape) {
        return opener.open(tensor, shape);
    }

    private static TensorType<short[]> halves(HalfFormat format) {
        return array(n -> new short[n], array -> new HalfArrayStorage(array, format));
    }

    private static TensorType<ShortBuffer> halfBuffer(HalfFormat format) {
        return array(n -> direct(n, Short.BYTES).asShortBuffer(), buffer -> new HalfBufferStorage(buffer, format));
    }

    private static <T> TensorType<T> array(Function<Integer, T> allocator, Function<T, ModelStorage> opener) {
        return new TensorType<>(shape -> allocator.apply(arrayLength(shape)), (tensor, shape) -> opener.apply(tensor));
    }

    private static int arrayLength(TensorShape shape) {
        if (shape.elements() > ArrayLength.MOST) {
            throw new IllegalArgumentException(
                    shape + " has " + shape.elements() + " elements, more than one array or buffer can hold");
        }
        return (int) shape.elements();
    }

    private static ByteBuffer direct(int elements, int bytesPerElement) {
        long bytes = (long) elements * bytesPerElement;
        if (bytes > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a direct buffer cannot hold " + bytes + " bytes");
        }
        return ByteBuffer.allocateDirect((int) bytes).order(ByteOrder.nativeOrder());
    }

    @FunctionalInterface
    private interface Opener<T> {
        ModelStorage open(T tensor, TensorShape shape);
    }
}
