package org.initweights;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.initweights.collect.ParameterCollector;

/**
 * Named tensors without a model class around them.
 *
 * <pre>{@code
 * Weights weights = Weights.of(w -> w
 *         .tensor("conv1.weight", kaimingNormal(FAN_OUT, RELU), 64, 3, 7, 7)
 *         .scope("fc", fc -> fc
 *                 .tensor("weight", torchDefault(Layer.LINEAR), 1000, 512)
 *                 .tensor("bias", torchDefault(Layer.LINEAR, TensorShape.of(1000, 512)), 1000)))
 *         .initialize(42);
 * float[] kernel = weights.floats("conv1.weight");
 * }</pre>
 *
 * <p>The set of tensors never changes, and threads may share it. Their elements may be read and written as {@link Parameters} says.
 */
public final class Weights {

    private final Map<String, Object> arrays = new LinkedHashMap<>();
    private final Parameters parameters;

    private Weights(Consumer<? super WeightsBuilder> declarations) {
        this.parameters = ParameterCollector.collect(
                arrays,
                (map, collector) ->
                        declarations.accept(new WeightsBuilder(new CollectedDeclarations(collector, arrays::put))));
    }

    /**
     * The tensors that are declared, allocated and zero.
     *
     * @throws IllegalArgumentException if two have the same name, or a shape does not fit its initializer
     */
    public static Weights of(Consumer<? super WeightsBuilder> declarations) {
        return new Weights(declarations);
    }

    /** Writes the initial values of every tensor, from {@link RandomSource#seeded}. */
    public Weights initialize(long seed) {
        return initialize(RandomSource.seeded(seed));
    }

    /** Writes the initial values of every tensor. */
    public Weights initialize(RandomSource random) {
        parameters.initialize(random);
        return this;
    }

    /** The tensors as parameters, in the order of their declaration. */
    public Parameters parameters() {
        return parameters;
    }

    /**
     * The tensor of this name as a parameter.
     *
     * @throws NoSuchElementException if there is none
     */
    public Parameter get(String name) {
        return parameters.get(name);
    }

    /**
     * The elements of a tensor of {@link DType#F32}: the array itself, row-major.
     *
     * @throws NoSuchElementException if there is no tensor of this name
     * @throws IllegalArgumentException if it is stored as another type
     */
    public float[] floats(String name) {
        return array(name, float[].class);
    }

    /** The elements of a tensor of {@link DType#F64}, as {@link #floats}. */
    public double[] doubles(String name) {
        return array(name, double[].class);
    }

    /** The elements of a tensor of {@link DType#F16} or {@link DType#BF16}, as {@link #floats}. */
    public short[] halves(String name) {
        return array(name, short[].class);
    }

    /** The elements of a tensor of {@link DType#I32}, as {@link #floats}. */
    public int[] ints(String name) {
        return array(name, int[].class);
    }

    /** The elements of a tensor of {@link DType#I64}, as {@link #floats}. */
    public long[] longs(String name) {
        return array(name, long[].class);
    }

    private <A> A array(String name, Class<A> type) {
        Parameter parameter = get(name);
        Object array = arrays.get(parameter.name());
        if (!type.isInstance(array)) {
            throw new IllegalArgumentException(
                    name + " is stored as " + parameter.dtype() + ", not in a " + type.getSimpleName());
        }
        return type.cast(array);
    }

    /** One line a tensor: its name, shape and fill. */
    @Override
    public String toString() {
        return parameters.toString();
    }
}
