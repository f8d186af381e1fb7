package org.initweights;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.Map;
import org.initweights.collect.TensorType;
import org.initweights.internal.rule.RoledRule;
import org.initweights.internal.rule.SlicedRule;
import org.initweights.internal.rule.TransformedRule;

/**
 * Decides what a parameter starts as, given its shape.
 *
 * <p>{@link #resolve} does not write anything. It returns a {@link Fill}, which says exactly what will be written. So the annotation
 * processor can check an initializer while a model compiles; for shapes that are known only when a model is built, the same code checks
 * it then.
 *
 * <p>Write your own out of the methods of {@link Initializers}:
 *
 * <pre>{@code
 * class Gpt2Residual implements Initializer {
 *     public Fill resolve(TensorShape shape) {
 *         return Initializers.normal(0, 0.02 / Math.sqrt(2 * 12)).resolve(shape);
 *     }
 * }
 * }</pre>
 *
 * <p>The library's initializers are immutable, and threads may share them. So should your own be: several threads may resolve it at
 * the same time.
 */
@FunctionalInterface
public interface Initializer {

    /**
     * Says exactly what will be written to a parameter of this shape.
     *
     * @throws InitializationException if this initializer does not fit the shape
     */
    Fill resolve(TensorShape shape);

    /**
     * This initializer with another one for some rows, such as the forget gate in the bias of an LSTM, or the padding row of an
     * embedding. Rows are counted on the outermost axis.
     *
     * <pre>{@code
     * Initializers.normal(0, 0.02).withRows(0, 1, Initializers.zeros())
     * }</pre>
     *
     * <p>The rows are resolved as a parameter of their own, so an initializer that divides by a fan takes the fan of the slice. If rows
     * are given twice, or the shape does not have them, {@link #resolve} throws an {@link InitializationException}.
     *
     * @param from the first row, from 0
     * @param to the first row after the slice, which follows this initializer again
     * @param rows the initializer of the rows
     * @see #withSlice
     */
    default Initializer withRows(long from, long to, Initializer rows) {
        return withSlice(AxisSlice.of(0, from, to), rows);
    }

    /**
     * This initializer with another one for a slice of any axis, with steps, or interleaved by head.
     *
     * <pre>{@code
     * normal(0, 0.02).withSlice(AxisSlice.of(1, 512, 768), zeros())                    // w[:, 512:768]
     * normal(0, 0.02).withSlice(AxisSlice.of(0, 64, 128).withEvery(192), ones())       // the key of each head
     * }</pre>
     *
     * <p>The slice is resolved and drawn as a parameter of its own, after what is not in it and the slices before. If places are given twice,
     * the axis does not have them, or {@code every} does not divide it, {@link #resolve} throws an {@link InitializationException}.
     *
     * @param slice which places of which axis; none is allowed
     * @param initializer what these start as
     */
    default Initializer withSlice(AxisSlice slice, Initializer initializer) {
        return SlicedRule.of(this, new SlicedRule.Part(slice, initializer));
    }

    /**
     * A function of what this initializer draws for each element.
     *
     * <pre>{@code
     * Initializers.uniform(1, 16).transformed("log(x)")
     * }</pre>
     *
     * <p>{@code x} is the number that would be written without the function: to floats, or to doubles if the elements are doubles; of
     * {@link RandomSource#torch} and {@link RandomSource#jax} it is theirs, to the bit. The function is computed in double, and its value
     * rounded once, to the type of the elements. What it is made of is said at {@link org.initweights.annotation.Transform}.
     *
     * <p>{@link #resolve} throws an {@link InitializationException} if this initializer does not draw each element by itself, as an
     * orthogonal one does not, or if the function is infinite or no number for what may be drawn.
     *
     * @param expression a function of {@code x}
     * @throws InitializationException if it is none
     */
    default Initializer transformed(String expression) {
        return transformed(expression, Map.of());
    }

    /**
     * A function of what this initializer draws, with names for numbers.
     *
     * <pre>{@code
     * Initializers.uniform(0, 1).transformed("low + (high - low) * x", Map.of("low", 0.9, "high", 0.999))
     * }</pre>
     *
     * @param numbers what the names in the expression mean, other than {@code x} and {@code pi}
     * @throws InitializationException if the expression is not well formed, or has other names
     */
    default Initializer transformed(String expression, Map<String, ? extends Number> numbers) {
        return TransformedRule.of(this, expression, numbers);
    }

    /**
     * This initializer, and a role in the maximal update parametrization, which tells how the parameter learns and by what its output is
     * multiplied. It starts as this initializer says: for what is computed of another parameter, tables, and other distributions.
     *
     * <pre>{@code
     * weightNormGain("weightV").withRole(mupVector(0, 64))             // a gain of weight normalization, one for each output
     * truncNormal(0, 0.02, -0.04, 0.04).withRole(mupEmbedding(1, 64))
     * orthogonal(1).withRole(mupHidden(64))
     * }</pre>
     *
     * <p>What is drawn must have a std that goes with the width as the role demands: it falls with the root of the inputs for
     * {@link Initializers#mupHidden(double) mupHidden}, and is the same at every width for others. {@link #resolve} tries it at twice the width, and
     * throws an {@link InitializationException} if it does not.
     *
     * @param role one of the {@linkplain WidthRecipes recipes of widths}, with its usual start, which is not used: a gain or std of 1, a value of 0
     * @throws InitializationException if that is no such role, says how the parameter starts, or this initializer has a role already
     */
    default Initializer withRole(Initializer role) {
        return new RoledRule(this, role);
    }

    /**
     * Fills an array that is already there, as {@code torch.nn.init} does.
     *
     * <pre>{@code
     * kaimingNormal(FAN_OUT, RELU).fill("conv.weight", array, TensorShape.of(64, 3, 7, 7), RandomSource.seeded(42));
     * }</pre>
     *
     * @param name what a random source that goes by names, such as {@link RandomSource#seeded}, knows the tensor by
     * @param tensor the elements, row-major
     * @throws IllegalArgumentException if the tensor has another number of elements than its shape; nothing is written
     * @throws InitializationException if this initializer does not fit the shape; nothing is written
     */
    default void fill(String name, float[] tensor, TensorShape shape, RandomSource random) {
        new LiveTensor<>(name, TensorType.FLOATS, tensor, shape).fill(this, random);
    }

    /**
     * Fills an array without a name, from a source that numbers tensors in the order in which they are drawn: {@link RandomSource#sequence} or
     * {@link RandomSource#torch}.
     *
     * <pre>{@code
     * RandomSource random = RandomSource.torch(42);
     * kaimingNormal(FAN_OUT, RELU).fill(weight, TensorShape.of(64, 3, 7, 7), random);
     * zeros().fill(bias, TensorShape.of(64), random);
     * }</pre>
     *
     * @throws IllegalArgumentException if the source goes by names, so that equal tensors would start alike; or as with a name
     * @throws InitializationException if this initializer does not fit the shape; nothing is written
     */
    default void fill(float[] tensor, TensorShape shape, RandomSource random) {
        LiveTensor.nameless(TensorType.FLOATS, tensor, shape, random).fill(this, random);
    }

    /** Doubles, row-major. See {@link #fill(String, float[], TensorShape, RandomSource)}. */
    default void fill(String name, double[] tensor, TensorShape shape, RandomSource random) {
        new LiveTensor<>(name, TensorType.DOUBLES, tensor, shape).fill(this, random);
    }

    /** Doubles, row-major. See {@link #fill(float[], TensorShape, RandomSource)}. */
    default void fill(double[] tensor, TensorShape shape, RandomSource random) {
        LiveTensor.nameless(TensorType.DOUBLES, tensor, shape, random).fill(this, random);
    }

    /** The floats of a buffer from index 0 to its limit, row-major. See {@link #fill(String, float[], TensorShape, RandomSource)}. */
    default void fill(String name, FloatBuffer tensor, TensorShape shape, RandomSource random) {
        new LiveTensor<>(name, TensorType.FLOAT_BUFFER, tensor, shape).fill(this, random);
    }

    /** The floats of a buffer from index 0 to its limit, row-major. See {@link #fill(float[], TensorShape, RandomSource)}. */
    default void fill(FloatBuffer tensor, TensorShape shape, RandomSource random) {
        LiveTensor.nameless(TensorType.FLOAT_BUFFER, tensor, shape, random).fill(this, random);
    }

    /** The doubles of a buffer from index 0 to its limit, row-major. See {@link #fill(String, float[], TensorShape, RandomSource)}. */
    default void fill(String name, DoubleBuffer tensor, TensorShape shape, RandomSource random) {
        new LiveTensor<>(name, TensorType.DOUBLE_BUFFER, tensor, shape).fill(this, random);
    }

    /** The doubles of a buffer from index 0 to its limit, row-major. See {@link #fill(float[], TensorShape, RandomSource)}. */
    default void fill(DoubleBuffer tensor, TensorShape shape, RandomSource random) {
        LiveTensor.nameless(TensorType.DOUBLE_BUFFER, tensor, shape, random).fill(this, random);
    }

    /** Half floats, row-major. See {@link #fill(String, float[], TensorShape, RandomSource)}. */
    default void fill(String name, short[] tensor, HalfFormat format, TensorShape shape, RandomSource random) {
        new LiveTensor<>(name, TensorType.halfFloats(format), tensor, shape).fill(this, random);
    }

    /** Half floats, row-major. See {@link #fill(float[], TensorShape, RandomSource)}. */
    default void fill(short[] tensor, HalfFormat format, TensorShape shape, RandomSource random) {
        LiveTensor.nameless(TensorType.halfFloats(format), tensor, shape, random)
                .fill(this, random);
    }

    /** The half floats of a buffer from index 0 to its limit, row-major. See {@link #fill(String, float[], TensorShape, RandomSource)}. */
    default void fill(String name, ShortBuffer tensor, HalfFormat format, TensorShape shape, RandomSource random) {
        new LiveTensor<>(name, TensorType.halfFloatBuffer(format), tensor, shape).fill(this, random);
    }

    /** The half floats of a buffer from index 0 to its limit, row-major. See {@link #fill(float[], TensorShape, RandomSource)}. */
    default void fill(ShortBuffer tensor, HalfFormat format, TensorShape shape, RandomSource random) {
        LiveTensor.nameless(TensorType.halfFloatBuffer(format), tensor, shape, random)
                .fill(this, random);
    }

    /** Arrays of arrays, {@code float[][]…} or {@code double[][]…}. See {@link #fill(String, float[], TensorShape, RandomSource)}. */
    default void fill(String name, Object[] tensor, TensorShape shape, RandomSource random) {
        new LiveTensor<>(name, TensorType.nestedIn(name, tensor), tensor, shape).fill(this, random);
    }

    /** Arrays of arrays, {@code float[][]…} or {@code double[][]…}. See {@link #fill(float[], TensorShape, RandomSource)}. */
    default void fill(Object[] tensor, TensorShape shape, RandomSource random) {
        LiveTensor.nameless(TensorType.nestedIn("tensor", tensor), tensor, shape, random)
                .fill(this, random);
    }

    /** A tensor of any type that an adapter knows. See {@link #fill(String, float[], TensorShape, RandomSource)}. */
    default <T> void fill(String name, T tensor, TensorAdapter<T> adapter, TensorShape shape, RandomSource random) {
        new LiveTensor<>(name, TensorType.adapted(adapter), tensor, shape).fill(this, random);
    }

    /** A tensor of any type that an adapter knows. See {@link #fill(float[], TensorShape, RandomSource)}. */
    default <T> void fill(T tensor, TensorAdapter<T> adapter, TensorShape shape, RandomSource random) {
        LiveTensor.nameless(TensorType.adapted(adapter), tensor, shape, random).fill(this, random);
    }
}
