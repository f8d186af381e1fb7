package org.initweights;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * One parameter of a model: its name, its shape, the rule it starts by, and a view of its storage.
 *
 * <p>Several threads may read a parameter at the same time, if its type of tensor can be. Initialising or decoding it is for one
 * thread, while no other reads or writes it; different parameters may be written by different threads.
 */
public interface Parameter {

    /** The name in the model, joined with dots as in a PyTorch {@code state_dict}: {@code layers.0.weight}. */
    String name();

    /**
     * All names in the model: {@link #name()}, and then those of other fields that hold the same tensor, such as
     * {@code lm_head.weight} for an embedding {@code wte.weight} that is tied to it. A model that is used in several places gives its
     * tensors several names too. There are at most 1,000.
     */
    default List<String> names() {
        return List.of(name());
    }

    /** The shape, with the roles of its axes. */
    TensorShape shape();

    /** The rule that this parameter starts by. */
    Initializer initializer();

    /** How this parameter starts: what its rule resolves to for its shape. */
    Fill fill();

    /** The number of elements. */
    default long elements() {
        return shape().elements();
    }

    /**
     * This parameter, to start as {@code initializer} says instead. Nothing is written yet.
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
     * Appends the bytes of {@code count} elements to {@code target}, in their {@link #dtype()} and in the byte order of
     * {@code target}.
     *
     * @param from the index of the first element
     */
    void encode(long from, int count, ByteBuffer target);

    /** Whether it may be initialised by any thread, at the same time as other parameters; by default only by the caller's. */
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

    /** Writes this parameter's initial values. */
    void initialize(RandomSource random);
}
