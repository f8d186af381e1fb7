package org.initweights.tensorflow;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.initweights.DType;
import org.initweights.TensorAdapter;
import org.initweights.TensorShape;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.ByteDataBuffer;
import org.tensorflow.types.family.TFloating;
import org.tensorflow.types.family.TType;

/**
 * Dense tensors of one type, which stand in the memory of this process.
 *
 * <p>Nothing tells a tensor that a user made from one that an operation gave: both are written. The second kind may share its memory
 * with other results, which then change too.
 *
 * @param <T> the type of the tensors
 */
abstract sealed class FloatingAdapter<T extends TFloating> implements TensorAdapter<T>
        permits TBfloat16Adapter, TFloat16Adapter, TFloat32Adapter, TFloat64Adapter {

    private final Class<T> type;
    private final DType dtype;
    private final Elements elements;

    FloatingAdapter(Class<T> type, DType dtype, Elements elements) {
        this.type = type;
        this.dtype = dtype;
        this.elements = elements;
    }

    /** The adapter of a type of tensors, if they hold floating point numbers. */
    static Optional<FloatingAdapter<?>> of(Class<? extends TType> type) {
        return List.<FloatingAdapter<?>>of(
                        new TFloat32Adapter(), new TFloat64Adapter(), new TFloat16Adapter(), new TBfloat16Adapter())
                .stream()
                .filter(adapter -> adapter.type.equals(type))
                .findFirst();
    }

    /**
     * The adapter of a type of tensors.
     *
     * @param name what the message begins with
     * @throws IllegalArgumentException if they do not hold floating point numbers
     */
    @SuppressWarnings("unchecked")
    static <T extends TFloating> FloatingAdapter<T> of(String name, Class<T> type) {
        return (FloatingAdapter<T>)
                of((Class<? extends TType>) type).orElseThrow(() -> noFloats(name, type.getSimpleName()));
    }

    /** Refuses elements that are no floating point numbers. */
    static IllegalArgumentException noFloats(String name, String type) {
        return new IllegalArgumentException(name + ": a tensor of " + type
                + " holds no floating point numbers; leave it out, or use TFloat32, TFloat64, TFloat16 or TBfloat16");
    }

    /** A tensor that is known to have this type. */
    T cast(Tensor tensor) {
        return type.cast(tensor);
    }

    Class<T> type() {
        return type;
    }

    DType dtype() {
        return dtype;
    }

    @Override
    public T allocate(TensorShape shape) {
        return Tensor.of(type, Shape.of(shape.dims()));
    }

    /** A new tensor with these elements, row-major and in the machine's byte order. */
    T copyOf(ByteBuffer all, Shape shape) {
        T tensor = Tensor.of(type, shape);
        Memory.of(data(tensor)).orElseThrow().put(all.slice());
        return tensor;
    }

    @Override
    public long elements(T tensor) {
        data(tensor);
        return tensor.shape().size();
    }

    @Override
    public DType dtype(T tensor) {
        data(tensor);
        return dtype;
    }

    @Override
    public Optional<ByteBuffer> memory(T tensor) {
        return Memory.of(data(tensor));
    }

    @Override
    public double get(T tensor, long index) {
        double[] value = new double[1];
        elements.read(data(tensor), index, value, 1);
        return value[0];
    }

    @Override
    public void read(T tensor, long offset, float[] values, int count) {
        elements.read(data(tensor), offset, values, count);
    }

    @Override
    public void read(T tensor, long offset, double[] values, int count) {
        elements.read(data(tensor), offset, values, count);
    }

    @Override
    public void put(T tensor, long offset, float[] values, int count) {
        elements.put(data(tensor), offset, values, count);
    }

    @Override
    public void put(T tensor, long offset, double[] values, int count) {
        elements.put(data(tensor), offset, values, count);
    }

    @Override
    public boolean isConcurrent() {
        return true;
    }

    /** The bytes of a tensor. TensorFlow gives those of a closed one too, so that is asked first. */
    private static ByteDataBuffer data(TFloating tensor) {
        if (tensor.isSparse()) {
            throw new IllegalArgumentException(
                    "the tensor is sparse; use a dense one, as tf.sparse.sparseToDense(…) gives");
        }
        try {
            tensor.numBytes();
        } catch (IllegalStateException e) {
            throw new IllegalStateException(
                    "the tensor, or the session that it came from, is closed; use it before it is closed", e);
        }
        ByteDataBuffer data = tensor.asRawTensor().data();
        if (data.isReadOnly()) {
            throw new IllegalStateException(
                    "TensorFlow gives the tensor's memory only for reading, because this Java has no sun.misc.Unsafe; add the module"
                            + " jdk.unsupported");
        }
        return data;
    }
}
