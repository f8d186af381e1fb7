package org.initweights.tensorflow;

import java.util.concurrent.atomic.AtomicBoolean;
import org.initweights.Initializer;
import org.initweights.Layout;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TFloating;

/**
 * One of the library's initializers where TensorFlow's framework takes one of its own.
 *
 * <pre>{@code
 * RandomSource random = RandomSource.sequence(42);
 * Initializer<TFloat32> glorot = TensorFlowInitializer.of(glorotUniform(), random);
 * Variable<TFloat32> hidden = tf.variable(glorot.call(tf, tf.constant(new long[] {784, 256}), TFloat32.class));
 * Variable<TFloat32> output = tf.variable(glorot.call(tf, tf.constant(new long[] {256, 10}), TFloat32.class));
 * }</pre>
 *
 * <p>Shapes have TensorFlow's layout, {@link Layout#SPATIAL_IN_OUT}. The values are a constant: they are drawn when {@link #call} is called, and
 * in a graph they are a part of it, up to 2 GB. {@link TensorFlowVariables} writes variables without that.
 *
 * <p>Threads may share it as they may share the source; which tensor comes first depends on them then.
 *
 * @param <T> the type of the tensors
 */
public final class TensorFlowInitializer<T extends TFloating>
        implements org.tensorflow.framework.initializers.Initializer<T> {

    private final @Nullable String name;
    private final Initializer initializer;
    private final RandomSource source;
    private final AtomicBoolean isUsed = new AtomicBoolean();

    private TensorFlowInitializer(@Nullable String name, Initializer initializer, RandomSource source) {
        this.name = name;
        this.initializer = initializer;
        this.source = source;
    }

    /**
     * An initializer for any number of tensors, which differ, also if their shapes are equal.
     *
     * @param source numbers tensors in the order in which they are drawn: {@link RandomSource#sequence} or {@link RandomSource#torch}. With
     *     another one {@link #call} throws an {@link IllegalArgumentException}, since all tensors would start alike
     */
    public static <T extends TFloating> TensorFlowInitializer<T> of(Initializer initializer, RandomSource source) {
        return new TensorFlowInitializer<>(null, initializer, source);
    }

    /**
     * An initializer for one tensor, for sources that go by names. A second call throws an {@link IllegalStateException}, since it would give
     * the same values.
     *
     * @param name what the source, such as {@link RandomSource#seeded}, knows the tensor by
     */
    public static <T extends TFloating> TensorFlowInitializer<T> of(
            String name, Initializer initializer, RandomSource source) {
        return new TensorFlowInitializer<>(name, initializer, source);
    }

    /**
     * Draws a tensor.
     *
     * @param dims the shape; in a graph TensorFlow must know its values while the graph is built, as it does of constants and what is computed
     *     of them
     * @throws IllegalArgumentException if the shape is not known, the values are more than a graph can hold, or the source goes by names and
     *     there is none
     * @throws org.initweights.InitializationException if the initializer does not fit the shape
     */
    @Override
    public Operand<T> call(Ops tf, Operand<TInt64> dims, Class<T> type) {
        FloatingAdapter<T> adapter = FloatingAdapter.of(label(), type);
        Shape shape = KnownShape.of(label(), tf, dims);
        if (!tf.scope().env().isEager() && shape.size() * adapter.dtype().bytes() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    label() + ": a graph cannot hold the values of " + shape
                            + "; make the variable by tf.variable(shape, type), and use TensorFlowVariables.parameters(session)");
        }
        try (T tensor = Tensor.of(type, shape)) {
            fill(tensor, adapter, TensorShape.of(shape.asArray()).withLayout(Layout.SPATIAL_IN_OUT));
            return tf.constantOf(tensor);
        }
    }

    private void fill(T tensor, FloatingAdapter<T> adapter, TensorShape shape) {
        if (name == null) {
            initializer.fill(tensor, adapter, shape, source);
            return;
        }
        if (!isUsed.compareAndSet(false, true)) {
            throw new IllegalStateException(
                    name
                            + ": it was drawn already, and would start alike; give each variable an initializer of its own name");
        }
        try {
            initializer.fill(name, tensor, adapter, shape, source);
        } catch (RuntimeException e) {
            isUsed.set(false);
            throw e;
        }
    }

    private String label() {
        return name == null ? "TensorFlowInitializer" : name;
    }
}
