package org.initweights;

import java.util.function.Consumer;
import org.initweights.internal.rule.NamedResolution;

/**
 * Declares the tensors of {@link Weights} or of a {@link Plan}, one after another.
 *
 * <p>Tensors are declared by one thread, inside the call that asks for them.
 */
public final class WeightsBuilder {

    private final Declarations declarations;
    private final String prefix;
    private final boolean isTrained;

    WeightsBuilder(Declarations declarations) {
        this(declarations, "", true);
    }

    private WeightsBuilder(Declarations declarations, String prefix, boolean isTrained) {
        this.declarations = declarations;
        this.prefix = prefix;
        this.isTrained = isTrained;
    }

    /** Takes what is declared. */
    interface Declarations {
        void declare(Declaration tensor);

        void tie(String name, String to);

        void copy(String pattern, String from);
    }

    /**
     * A tensor that is declared.
     *
     * @param isTrained whether training changes it, as far as its type can be trained
     */
    record Declaration(String name, TensorShape shape, DType dtype, Initializer initializer, boolean isTrained) {}

    /** A tensor of floats, in PyTorch's layout. */
    public WeightsBuilder tensor(String name, Initializer initializer, long... dims) {
        return tensor(name, DType.F32, initializer, dims);
    }

    /** A tensor in PyTorch's layout. */
    public WeightsBuilder tensor(String name, DType dtype, Initializer initializer, long... dims) {
        return tensor(name, NamedResolution.named(prefix + name, () -> TensorShape.of(dims)), dtype, initializer);
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
        declarations.declare(new Declaration(prefix + name, shape, dtype, initializer, isTrained));
        return this;
    }

    /**
     * Gives a tensor one more name: tied weights, such as {@code tie("lm_head.weight", "wte.weight")}. It is saved under its first name, and
     * found under each.
     *
     * @param to the name of a tensor that is declared before or later
     * @throws IllegalArgumentException when all are declared, if there is no such tensor or the name is taken
     */
    public WeightsBuilder tie(String name, String to) {
        TensorNames.check(name);
        TensorNames.check(to);
        declarations.tie(prefix + name, prefix + to);
        return this;
    }

    /**
     * Says that tensors begin as copies of others: {@code copy("target.**", "online.**")}. They are written after these.
     *
     * @param pattern the names of the copies
     * @param from the names of what they are copies of, with the same wildcards
     * @throws IllegalArgumentException when all are declared, if a copy has nothing to be a copy of, or another shape or type
     */
    public WeightsBuilder copy(String pattern, String from) {
        declarations.copy(prefix + pattern, prefix + from);
        return this;
    }

    /** The tensors that are declared here are not trained: they are saved and loaded like others, as PyTorch's buffers are. */
    public WeightsBuilder nonTrainable(Consumer<? super WeightsBuilder> inner) {
        inner.accept(new WeightsBuilder(declarations, prefix, false));
        return this;
    }

    /** The tensors that are declared here have names that begin with {@code name} and a dot. */
    public WeightsBuilder scope(String name, Consumer<? super WeightsBuilder> inner) {
        TensorNames.check(name);
        inner.accept(new WeightsBuilder(declarations, prefix + name + ".", isTrained));
        return this;
    }
}
