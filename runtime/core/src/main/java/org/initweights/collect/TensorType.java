package org.initweights.collect;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.function.Function;
import org.initweights.DType;
import org.initweights.HalfFormat;
import org.initweights.TensorAdapter;
import org.initweights.TensorShape;
import org.initweights.internal.tensor.AdapterStorage;
import org.initweights.internal.tensor.ArrayLength;
import org.initweights.internal.tensor.DoubleArrayStorage;
import org.initweights.internal.tensor.DoubleBufferStorage;
import org.initweights.internal.tensor.FloatArrayStorage;
import org.initweights.internal.tensor.FloatBufferStorage;
import org.initweights.internal.tensor.HalfArrayStorage;
import org.initweights.internal.tensor.HalfBufferStorage;
import org.initweights.internal.tensor.IntStorage;
import org.initweights.internal.tensor.LongStorage;
import org.initweights.internal.tensor.ModelStorage;
import org.initweights.internal.tensor.NestedStorage;

/**
 * What a model keeps a parameter in. Buffers that have to be allocated are direct and of native byte order, ready for
 * native code.
 *
 * <p>Types are immutable, and threads may share them. The type of an adapter is as safe as its adapter.
 *
 * @param <T> the type of the field
 */
public final class TensorType<T> {

    public static final TensorType<float[]> FLOATS =
            array("float[]", DType.F32, n -> new float[n], FloatArrayStorage::new);
    public static final TensorType<double[]> DOUBLES =
            array("double[]", DType.F64, n -> new double[n], DoubleArrayStorage::new);
    public static final TensorType<int[]> INTS = array("int[]", DType.I32, n -> new int[n], IntStorage::new);
    public static final TensorType<long[]> LONGS = array("long[]", DType.I64, n -> new long[n], LongStorage::new);
    public static final TensorType<short[]> BF16 = halves(HalfFormat.BF16);
    public static final TensorType<short[]> FP16 = halves(HalfFormat.FP16);
    public static final TensorType<FloatBuffer> FLOAT_BUFFER =
            array("FloatBuffer", DType.F32, n -> direct(n, Float.BYTES).asFloatBuffer(), FloatBufferStorage::new);
    public static final TensorType<DoubleBuffer> DOUBLE_BUFFER =
            array("DoubleBuffer", DType.F64, n -> direct(n, Double.BYTES).asDoubleBuffer(), DoubleBufferStorage::new);
    public static final TensorType<ShortBuffer> BF16_BUFFER = halfBuffer(HalfFormat.BF16);
    public static final TensorType<ShortBuffer> FP16_BUFFER = halfBuffer(HalfFormat.FP16);

    private final String name;
    private final DType dtype;
    private final Function<TensorShape, T> allocator;
    private final Opener<T> opener;
    private final Function<T, Object> memory;

    private TensorType(
            String name,
            DType dtype,
            Function<TensorShape, T> allocator,
            Opener<T> opener,
            Function<T, Object> memory) {
        this.name = name;
        this.dtype = dtype;
        this.allocator = allocator;
        this.opener = opener;
        this.memory = memory;
    }

    /** Arrays of arrays, {@code float[][]} or {@code double[][][]}, or of ints or longs: one level of arrays for each dimension. */
    public static <A> TensorType<A> nested(Class<A> type) {
        return new TensorType<>(
                type.getSimpleName(),
                NestedStorage.typeOf(type).orElseThrow(),
                shape -> type.cast(NestedStorage.allocate(type, shape)),
                NestedStorage::new,
                tensor -> tensor);
    }

    /**
     * The type of arrays of arrays that are there.
     *
     * @param path the whole name of the parameter
     * @throws IllegalArgumentException if they hold neither floats, doubles, ints nor longs
     */
    @SuppressWarnings("unchecked")
    public static TensorType<Object[]> nestedIn(String path, Object[] tensor) {
        if (tensor == null) {
            throw new IllegalArgumentException(path + ": the tensor is null");
        }
        if (NestedStorage.typeOf(tensor.getClass()).isEmpty()) {
            throw new IllegalArgumentException(path + ": a " + tensor.getClass().getSimpleName()
                    + " holds neither floats nor doubles; other types need a TensorAdapter");
        }
        return nested((Class<Object[]>) tensor.getClass());
    }

    /** Half floats in an array. */
    public static TensorType<short[]> halfFloats(HalfFormat format) {
        return format == HalfFormat.BF16 ? BF16 : FP16;
    }

    /** Half floats in a buffer. */
    public static TensorType<ShortBuffer> halfFloatBuffer(HalfFormat format) {
        return format == HalfFormat.BF16 ? BF16_BUFFER : FP16_BUFFER;
    }

    /** A type that a user's adapter reads and writes. */
    public static <T> TensorType<T> adapted(TensorAdapter<T> adapter) {
        return new TensorType<>(
                "the tensors of " + adapter.getClass().getSimpleName(),
                DType.F32,
                adapter::allocate,
                (tensor, shape) -> AdapterStorage.of(tensor, adapter, shape),
                tensor -> AdapterStorage.memory(tensor, adapter));
    }

    /**
     * New storage for a parameter of this shape.
     *
     * @param path the whole name of the parameter
     * @throws IllegalArgumentException if there can be none; it names the parameter
     */
    T allocate(String path, TensorShape shape) {
        try {
            return allocator.apply(shape);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(path + ": " + e.getMessage(), e);
        }
    }

    /**
     * The elements of a tensor.
     *
     * @param path the whole name of the parameter
     * @throws IllegalArgumentException if the tensor is not as its shape says; it names the parameter
     */
    ModelStorage open(String path, T tensor, TensorShape shape) {
        ModelStorage storage;
        try {
            storage = opener.open(tensor, shape);
        } catch (IllegalArgumentException | IllegalStateException | UnsupportedOperationException e) {
            throw new IllegalArgumentException(path + " " + shape + ": " + e.getMessage(), e);
        }
        if (storage.length() != shape.elements()) {
            throw new IllegalArgumentException(path + ": shape " + shape + " needs " + shape.elements()
                    + " elements, but its storage has " + storage.length());
        }
        return storage;
    }

    /** What a tensor lies in, by which it is seen that two tensors share memory. */
    Object memory(T tensor) {
        return memory.apply(tensor);
    }

    /** The type of the elements of what is allocated. */
    DType dtype() {
        return dtype;
    }

    /** The type as messages name it. */
    @Override
    public String toString() {
        return name;
    }

    private static TensorType<short[]> halves(HalfFormat format) {
        return array(
                "short[] of " + format,
                format.dtype(),
                n -> new short[n],
                array -> new HalfArrayStorage(array, format));
    }

    private static TensorType<ShortBuffer> halfBuffer(HalfFormat format) {
        return array(
                "ShortBuffer of " + format,
                format.dtype(),
                n -> direct(n, Short.BYTES).asShortBuffer(),
                buffer -> new HalfBufferStorage(buffer, format));
    }

    private static <T> TensorType<T> array(
            String name, DType dtype, Function<Integer, T> allocator, Function<T, ModelStorage> opener) {
        return new TensorType<>(
                name,
                dtype,
                shape -> allocator.apply(arrayLength(shape)),
                (tensor, shape) -> opener.apply(tensor),
                tensor -> tensor);
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
