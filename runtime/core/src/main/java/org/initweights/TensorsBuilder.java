package org.initweights;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.Objects;
import java.util.function.Consumer;
import org.initweights.collect.ParameterCollector;
import org.initweights.collect.TensorType;
import org.initweights.internal.rule.NamedResolution;
import org.jspecify.annotations.Nullable;

/**
 * Takes tensors that are already there, one after another, for {@link Parameters#of(Consumer)}: arrays, buffers, half floats, arrays of arrays,
 * and any type that a {@link TensorAdapter} knows. Nothing is copied, and nothing is written until the parameters are initialised or loaded.
 *
 * <pre>{@code
 * Parameters parameters = Parameters.of(p -> p
 *         .tensor("conv.weight", array, kaimingNormal(FAN_OUT, RELU), 64, 3, 7, 7)
 *         .scope("fc", fc -> fc
 *                 .tensor("weight", matrix, torchDefault(Layer.LINEAR), 10, 64)));
 * parameters.initialize(RandomSource.torch(42));
 * }</pre>
 *
 * <p>Each method throws an {@link IllegalArgumentException} that begins with the tensor's name if the name is taken, the tensor is null or
 * has another number of elements than its shape, shares memory with another, or the initializer does not fit the shape, or if there is no such shape. A tensor that is
 * given twice with the same shape is one parameter with two names.
 *
 * <p>Tensors are declared by one thread, inside the call that asks for them.
 */
public final class TensorsBuilder {

    private final ParameterCollector collector;
    private final String prefix;

    TensorsBuilder(ParameterCollector collector) {
        this(collector, "");
    }

    private TensorsBuilder(ParameterCollector collector, String prefix) {
        this.collector = collector;
        this.prefix = prefix;
    }

    /** Floats, row-major. */
    public TensorsBuilder tensor(String name, float[] tensor, Initializer initializer, long... dims) {
        return tensor(name, tensor, initializer, shape(name, dims));
    }

    /** Floats, row-major. */
    public TensorsBuilder tensor(String name, float[] tensor, Initializer initializer, TensorShape shape) {
        return add(name, TensorType.FLOATS, tensor, initializer, shape);
    }

    /** Doubles, row-major. */
    public TensorsBuilder tensor(String name, double[] tensor, Initializer initializer, long... dims) {
        return tensor(name, tensor, initializer, shape(name, dims));
    }

    /** Doubles, row-major. */
    public TensorsBuilder tensor(String name, double[] tensor, Initializer initializer, TensorShape shape) {
        return add(name, TensorType.DOUBLES, tensor, initializer, shape);
    }

    /** Integers, row-major; they are not trained. */
    public TensorsBuilder tensor(String name, int[] tensor, Initializer initializer, long... dims) {
        return tensor(name, tensor, initializer, shape(name, dims));
    }

    /** Integers, row-major; they are not trained. */
    public TensorsBuilder tensor(String name, int[] tensor, Initializer initializer, TensorShape shape) {
        return add(name, TensorType.INTS, tensor, initializer, shape);
    }

    /** Integers, row-major; they are not trained. */
    public TensorsBuilder tensor(String name, long[] tensor, Initializer initializer, long... dims) {
        return tensor(name, tensor, initializer, shape(name, dims));
    }

    /** Integers, row-major; they are not trained. */
    public TensorsBuilder tensor(String name, long[] tensor, Initializer initializer, TensorShape shape) {
        return add(name, TensorType.LONGS, tensor, initializer, shape);
    }

    /** The floats of a buffer from index 0 to its limit, row-major. */
    public TensorsBuilder tensor(String name, FloatBuffer tensor, Initializer initializer, long... dims) {
        return tensor(name, tensor, initializer, shape(name, dims));
    }

    /** The floats of a buffer from index 0 to its limit, row-major. */
    public TensorsBuilder tensor(String name, FloatBuffer tensor, Initializer initializer, TensorShape shape) {
        return add(name, TensorType.FLOAT_BUFFER, tensor, initializer, shape);
    }

    /** The doubles of a buffer from index 0 to its limit, row-major. */
    public TensorsBuilder tensor(String name, DoubleBuffer tensor, Initializer initializer, long... dims) {
        return tensor(name, tensor, initializer, shape(name, dims));
    }

    /** The doubles of a buffer from index 0 to its limit, row-major. */
    public TensorsBuilder tensor(String name, DoubleBuffer tensor, Initializer initializer, TensorShape shape) {
        return add(name, TensorType.DOUBLE_BUFFER, tensor, initializer, shape);
    }

    /** Half floats, row-major. */
    public TensorsBuilder tensor(
            String name, short[] tensor, HalfFormat format, Initializer initializer, long... dims) {
        return tensor(name, tensor, format, initializer, shape(name, dims));
    }

    /** Half floats, row-major. */
    public TensorsBuilder tensor(
            String name, short[] tensor, HalfFormat format, Initializer initializer, TensorShape shape) {
        return add(name, TensorType.halfFloats(format), tensor, initializer, shape);
    }

    /** The half floats of a buffer from index 0 to its limit, row-major. */
    public TensorsBuilder tensor(
            String name, ShortBuffer tensor, HalfFormat format, Initializer initializer, long... dims) {
        return tensor(name, tensor, format, initializer, shape(name, dims));
    }

    /** The half floats of a buffer from index 0 to its limit, row-major. */
    public TensorsBuilder tensor(
            String name, ShortBuffer tensor, HalfFormat format, Initializer initializer, TensorShape shape) {
        return add(name, TensorType.halfFloatBuffer(format), tensor, initializer, shape);
    }

    /**
     * Arrays of arrays: {@code float[][]…}, or of doubles, ints or longs, with one level for each dimension.
     *
     * @throws IllegalArgumentException also if the arrays hold something else
     */
    public TensorsBuilder tensor(String name, Object[] tensor, Initializer initializer, long... dims) {
        return tensor(name, tensor, initializer, shape(name, dims));
    }

    /**
     * Arrays of arrays: {@code float[][]…}, or of doubles, ints or longs, with one level for each dimension.
     *
     * @throws IllegalArgumentException also if the arrays hold something else
     */
    public TensorsBuilder tensor(String name, Object[] tensor, Initializer initializer, TensorShape shape) {
        return add(name, TensorType.nestedIn(prefix + name, tensor), tensor, initializer, shape);
    }

    /** A tensor of any type that an adapter knows. */
    public <T> TensorsBuilder tensor(
            String name, T tensor, TensorAdapter<T> adapter, Initializer initializer, long... dims) {
        return tensor(name, tensor, adapter, initializer, shape(name, dims));
    }

    /** A tensor of any type that an adapter knows. */
    public <T> TensorsBuilder tensor(
            String name, T tensor, TensorAdapter<T> adapter, Initializer initializer, TensorShape shape) {
        return add(name, TensorType.adapted(adapter), tensor, initializer, shape);
    }

    /**
     * A tensor that nothing says how to start, such as one of a framework's module that is not known. It can be read, saved, loaded and given
     * a rule ({@link Parameters#withRules}); {@link Parameters#initialize(RandomSource)} refuses it.
     */
    public <T> TensorsBuilder tensor(String name, T tensor, TensorAdapter<T> adapter, TensorShape shape) {
        return addAny(name, TensorType.adapted(adapter), tensor, null, shape);
    }

    /**
     * Gives a tensor one more name: tied weights, such as {@code tie("lm_head.weight", "wte.weight")}. It is saved under its first name, and
     * found under each.
     *
     * @param to the name of a tensor that is given before or later
     * @throws IllegalArgumentException when all are given, if there is no such tensor or the name is taken
     */
    public TensorsBuilder tie(String name, String to) {
        TensorNames.check(name);
        TensorNames.check(to);
        collector.addName(prefix + name, prefix + to);
        return this;
    }

    /**
     * Says that tensors begin as copies of others: {@code copy("target.**", "online.**")}. They are written after these, and have initializers only
     * for the case that they are initialised by a rule of their own.
     *
     * @param pattern the names of the copies
     * @param from the names of what they are copies of, with the same wildcards
     * @throws IllegalArgumentException when all are given, if a copy has nothing to be a copy of, or another shape or type
     */
    public TensorsBuilder copy(String pattern, String from) {
        collector.copy(prefix + pattern, prefix + from);
        return this;
    }

    /** The tensors that are given here are not trained: they are saved and loaded like others, as PyTorch's buffers are. */
    public TensorsBuilder nonTrainable(Consumer<? super TensorsBuilder> inner) {
        inner.accept(new TensorsBuilder(collector.nonTrainable(), prefix));
        return this;
    }

    /** The tensors that are given here have names that begin with {@code name} and a dot. */
    public TensorsBuilder scope(String name, Consumer<? super TensorsBuilder> inner) {
        TensorNames.check(name);
        inner.accept(new TensorsBuilder(collector, prefix + name + "."));
        return this;
    }

    private TensorShape shape(String name, long... dims) {
        return NamedResolution.named(prefix + name, () -> TensorShape.of(dims));
    }

    private <T> TensorsBuilder add(
            String name, TensorType<T> type, T tensor, Initializer initializer, TensorShape shape) {
        return addAny(name, type, tensor, Objects.requireNonNull(initializer, "initializer is null"), shape);
    }

    private <T> TensorsBuilder addAny(
            String name, TensorType<T> type, T tensor, @Nullable Initializer initializer, TensorShape shape) {
        TensorNames.check(name);
        collector.addExisting(prefix + name, type, tensor, shape, initializer);
        return this;
    }
}
