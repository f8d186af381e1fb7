package org.initweights;

import java.util.function.Consumer;

/**
 * Declares the tensors of {@link Weights} or of a {@link Plan}, one after another.
 *
 * <p>Tensors are declared by one thread, inside the call that asks for them.
 */
public final class WeightsBuilder {

    private final Declarations declarations;
    private final String prefix;

    WeightsBuilder(Declarations declarations) {
        this(declarations, "");
    }

    private WeightsBuilder(Declarations declarations, String prefix) {
        this.declarations = declarations;
        this.prefix = prefix;
    }

    /** Takes what is declared. */
    @FunctionalInterface
    interface Declarations {
        void declare(String name, TensorShape shape, DType dtype, Initializer initializer);
    }

    /** A tensor of floats, in PyTorch's layout. */
    public WeightsBuilder tensor(String name, Initializer initializer, long... dims) {
        return tensor(name, DType.F32, initializer, dims);
    }

    /** A tensor in PyTorch's layout. */
    public WeightsBuilder tensor(String name, DType dtype, Initializer initializer, long... dims) {
        return tensor(name, TensorShape.of(dims), dtype, initializer);
    }

    /**
     * A tensor.
     *
     * @param name its name in this scope
     * @param shape its shape, with the roles of its axes
     * @param dtype what its elements are stored as
     * @throws IllegalArgumentException if the name is taken, or the shape does not fit the initializer, or an array where one is
     *     allocated
     */
    public WeightsBuilder tensor(String name, TensorShape shape, DType dtype, Initializer initializer) {
        TensorNames.check(name);
        declarations.declare(prefix + name, shape, dtype, initializer);
        return this;
    }

    /** The tensors that are declared here have names that begin with {@code name} and a dot. */
    public WeightsBuilder scope(String name, Consumer<? super WeightsBuilder> inner) {
        TensorNames.check(name);
        inner.accept(new WeightsBuilder(declarations, prefix + name + "."));
        return this;
    }
}
