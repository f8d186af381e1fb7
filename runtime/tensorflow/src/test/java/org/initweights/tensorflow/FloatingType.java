package org.initweights.tensorflow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.initweights.DType;
import org.initweights.HalfFormat;
import org.initweights.Initializer;
import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.TensorsBuilder;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TFloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.family.TFloating;

/**
 * A type of tensors, with what the library draws into arrays of the same elements.
 *
 * @param array the bytes of an array that starts like the tensor
 */
record FloatingType<T extends TFloating>(Class<T> type, FloatingAdapter<T> adapter, DType dtype, ArrayDraw array) {

    static final FloatingType<TFloat32> SINGLE =
            new FloatingType<>(TFloat32.class, new TFloat32Adapter(), DType.F32, FloatingType::floats);
    static final FloatingType<TFloat64> DOUBLE =
            new FloatingType<>(TFloat64.class, new TFloat64Adapter(), DType.F64, FloatingType::doubles);
    static final FloatingType<TFloat16> HALF = new FloatingType<>(
            TFloat16.class,
            new TFloat16Adapter(),
            DType.F16,
            (name, initializer, shape, random) -> halves(name, HalfFormat.FP16, initializer, shape, random));
    static final FloatingType<TBfloat16> BRAIN = new FloatingType<>(
            TBfloat16.class,
            new TBfloat16Adapter(),
            DType.BF16,
            (name, initializer, shape, random) -> halves(name, HalfFormat.BF16, initializer, shape, random));

    static List<FloatingType<?>> all() {
        return List.of(SINGLE, DOUBLE, HALF, BRAIN);
    }

    /** What the library draws into an array. */
    interface ArrayDraw {
        byte[] bytes(String name, Initializer initializer, TensorShape shape, RandomSource random);
    }

    /** The bytes of a tensor, in the machine's order. */
    byte[] bytes(T tensor) {
        byte[] bytes = new byte[(int) tensor.numBytes()];
        tensor.asRawTensor().data().read(bytes);
        return bytes;
    }

    /** Declares a tensor with an initializer. */
    TensorsBuilder add(TensorsBuilder builder, String name, T tensor, Initializer initializer, TensorShape shape) {
        return builder.tensor(name, tensor, adapter, initializer, shape);
    }

    @Override
    public String toString() {
        return type.getSimpleName();
    }

    private static byte[] floats(String name, Initializer initializer, TensorShape shape, RandomSource random) {
        float[] array = new float[(int) shape.elements()];
        Parameters.of(p -> p.tensor(name, array, initializer, shape)).initialize(random);
        ByteBuffer bytes = ByteBuffer.allocate(4 * array.length).order(ByteOrder.nativeOrder());
        bytes.asFloatBuffer().put(array);
        return bytes.array();
    }

    private static byte[] doubles(String name, Initializer initializer, TensorShape shape, RandomSource random) {
        double[] array = new double[(int) shape.elements()];
        Parameters.of(p -> p.tensor(name, array, initializer, shape)).initialize(random);
        ByteBuffer bytes = ByteBuffer.allocate(8 * array.length).order(ByteOrder.nativeOrder());
        bytes.asDoubleBuffer().put(array);
        return bytes.array();
    }

    private static byte[] halves(
            String name, HalfFormat format, Initializer initializer, TensorShape shape, RandomSource random) {
        short[] array = new short[(int) shape.elements()];
        Parameters.of(p -> p.tensor(name, array, format, initializer, shape)).initialize(random);
        ByteBuffer bytes = ByteBuffer.allocate(2 * array.length).order(ByteOrder.nativeOrder());
        bytes.asShortBuffer().put(array);
        return bytes.array();
    }
}
