package org.initweights;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.initweights.internal.derive.Derivation;
import org.initweights.internal.piece.Block;
import org.initweights.internal.piece.DrawOrder;
import org.initweights.internal.piece.DrawnValues;
import org.initweights.internal.rule.MupRoles;

/**
 * One parameter of a model: its name, its shape, its initializer, and a view of its storage.
 *
 * <p>Several threads may read a parameter at the same time, if its type of tensor can be. Initialising or decoding it is for one
 * thread, while no other reads or writes it; different parameters may be written by different threads.
 */
public interface Parameter {

    /** The name in the model, joined with dots as in a PyTorch {@code state_dict}: {@code layers.0.weight}. */
    String name();

    /**
     * All names in the model: {@link #name()} first, then the names of other fields that hold the same tensor. An embedding
     * {@code wte.weight} that is tied to the output also has the name {@code lm_head.weight}, and a sub-model that stands in several
     * places gives its parameters a name for each. There are at most 1,000.
     */
    default List<String> names() {
        return List.of(name());
    }

    /**
     * The name of the parameter that this one begins as a copy of, if it does: what {@code @Copy} says. It is never a copy itself. A copy
     * has the fill of what it copies, draws nothing, and is written after it.
     */
    default Optional<String> copyOf() {
        return Optional.empty();
    }

    /**
     * The name of the parameter that this one starts from, if it does: what it is a {@linkplain #copyOf copy of}, or is computed of, as the gain of
     * {@link Initializers#weightNormGain(String)} is. It draws nothing, and is written after that parameter. That one may start from a third.
     */
    default Optional<String> derivedFrom() {
        return Derivation.of(this).map(Derivation::source);
    }

    /** The class of the model that declares it, as far as a model does: a tensor of {@link Weights} has none. */
    default Optional<Class<?>> model() {
        return Optional.empty();
    }

    /** The shape, with what its axes mean. */
    TensorShape shape();

    /** Whether anything says how this parameter starts; of a tensor that a framework's unknown module holds, nothing may. */
    default boolean hasInitializer() {
        return true;
    }

    /**
     * What decides how this parameter starts.
     *
     * @throws InitializationException if it has none
     */
    Initializer initializer();

    /**
     * What this parameter starts as: the result of its initializer for its shape.
     *
     * @throws InitializationException if it has no initializer
     */
    Fill fill();

    /**
     * What the learning rate of the base model is to be multiplied by for this parameter, if its initializer has a role in the maximal
     * update parametrization ({@link Initializers#mupHidden(double)} and its siblings): 1 without such a role.
     *
     * <pre>{@code
     * for (Parameter parameter : MlpInit.parameters(model)) {
     *     adam.add(parameter.name(), 1e-3 * parameter.learningRateScale(Optimizer.ADAM));
     * }
     * }</pre>
     *
     * <p>These are the numbers of table 8 of <i>Tensor Programs V</i>; they belong to {@link #outputMultiplier}.
     *
     * @throws InitializationException if rows of the parameter have roles with different numbers
     */
    default double learningRateScale(Optimizer optimizer) {
        Objects.requireNonNull(optimizer, "optimizer is null");
        return hasInitializer() ? MupRoles.of(initializer(), shape()).learningRateScale(optimizer) : 1;
    }

    /**
     * What the forward pass must multiply by, what this weight gives: base / width for an output weight of the maximal update parametrization
     * ({@link Initializers#mupOutput(double)}), 1 for all others. Of a weight that is the embedding too
     * ({@link Initializers#mupSharedReadout(double, double)}) it is for the output of the readout, and not for the rows that are looked up.
     *
     * @throws InitializationException if rows of the parameter have roles with different numbers
     */
    default double outputMultiplier() {
        return hasInitializer() ? MupRoles.of(initializer(), shape()).outputMultiplier() : 1;
    }

    /**
     * What the forward pass must multiply by, what the residual branch that this parameter is in gives, for a model that grows in depth
     * ({@link Initializers#mupBranchHidden(double, double, double)}): x + branchMultiplier · F(x). It is 1 for all others, and the same for all
     * parameters of a branch, which is multiplied once.
     *
     * @throws InitializationException if rows of the parameter have roles with different numbers
     */
    default double branchMultiplier() {
        return hasInitializer() ? MupRoles.of(initializer(), shape()).branchMultiplier() : 1;
    }

    /** The number of elements. */
    default long elements() {
        return shape().elements();
    }

    /**
     * This parameter with another initializer. Nothing is written yet.
     *
     * @throws InitializationException if the initializer does not fit the shape
     */
    Parameter with(Initializer initializer);

    /**
     * The element at {@code index}, in row-major order, as it is stored now.
     *
     * @throws IndexOutOfBoundsException if there is no such element
     */
    double get(long index);

    /** The type of the elements in storage. */
    DType dtype();

    /**
     * Whether training changes it. What is not trained is saved and loaded like any other parameter, as PyTorch's buffers are: what
     * {@code @NonTrainable} says, and integers.
     */
    default boolean isTrainable() {
        return !dtype().isInteger();
    }

    /**
     * Appends the bytes of {@code count} elements to {@code target}, in their {@link #dtype()} and in the byte order of
     * {@code target}.
     *
     * @param from the index of the first element
     */
    void encode(long from, int count, ByteBuffer target);

    /**
     * Whether it may be initialised, and decoded when it is loaded, by any thread, at the same time as other parameters; by default only by
     * the caller's.
     */
    default boolean isConcurrent() {
        return false;
    }

    /**
     * Takes {@code count} elements from their bytes, to the bit, as {@link #encode} gives them.
     *
     * @param from the index of the first element written
     * @param source holds the bytes from its position on
     */
    void decode(long from, int count, ByteBuffer source);

    /**
     * Checks that this parameter can be initialised now. {@link Parameters#initialize(RandomSource)} asks all before it writes the first.
     *
     * @throws InitializationException if it has no initializer
     * @throws IllegalStateException if its tensor cannot be written: it has been closed, or its size has changed
     */
    default void checkReady() {}

    /**
     * Draws some elements of this parameter: those that {@link #initialize} would write, rounded to its {@link #dtype()} and then to float.
     * Neither its storage nor the other elements are touched, so that a process which holds only rows of an embedding makes those alone.
     *
     * <pre>{@code
     * plan.parameters().get("embed.weight").draw(1_000L * 4096, 4096, RandomSource.seeded(42), row);     // row 1,000
     * }</pre>
     *
     * <p>The tensor is taken to lie in row-major order. It takes time and memory for {@code count} elements. Only what is made as a whole takes those of the whole: an orthogonal or a sparse
     * matrix, an embedding that was resized, a part of a low-rank adapter; of a stack, of one matrix. What is computed of another parameter draws all of that. Truncated
     * normals of {@link RandomSource#torch} are drawn from the beginning of the parameter, with a bit for each of its elements.
     *
     * <p>The source stays where it stands. One that goes by order draws a parameter of a {@link Plan} where {@link Plan#initialize} would,
     * after all before it, and any other parameter as the next.
     *
     * @param from the index of the first element, row-major
     * @param count how many
     * @param target takes them from index 0 on
     * @throws IndexOutOfBoundsException if the parameter or the array does not have them
     */
    default void draw(long from, int count, RandomSource random, float[] target) {
        DrawnValues.draw(DrawOrder.of(this).drawing(this, random), from, count, target);
    }

    /** Draws some elements of this parameter, rounded to its {@link #dtype()}. See {@link #draw(long, int, RandomSource, float[])}. */
    default void draw(long from, int count, RandomSource random, double[] target) {
        DrawnValues.draw(DrawOrder.of(this).drawing(this, random), from, count, target);
    }

    /**
     * A part of this parameter that can be drawn by itself: what a tensor-parallel rank holds.
     *
     * @param axis counted from 0
     * @param from the first place on the axis
     * @param to the first place that no longer belongs to the part
     * @throws IndexOutOfBoundsException if there is no such axis, or it is shorter
     */
    default ParameterSlice slice(int axis, long from, long to) {
        return new ParameterSlice(this, Block.of(shape().dims()).slice(axis, from, to));
    }

    /** Writes this parameter's initial values. */
    void initialize(RandomSource random);
}
