package org.initweights;

import java.util.Objects;
import java.util.function.Consumer;
import org.initweights.generated.ParameterCollector;
import org.initweights.generated.TensorType;

/** Declares the tensors of {@link Weights}, one after another. */
public final class WeightsBuilder {

    private final Weights weights;
    private final ParameterCollector collector;
    private final String prefix;

    WeightsBuilder(Weights weights, ParameterCollector collector, String prefix) {
        this.weights = weights;
        this.collector = collector;
        this.prefix = prefix;
    }

    /** A tensor of floats, in PyTorch's layout. */
    public WeightsBuilder tensor(String name, Initializer initializer, long... dims) {
        return tensor(name, TensorShape.of(dims), DType.F32, initializer);
    }

    /**
     * A tensor.
     *
     * @param name its name in this scope
     * @param shape its shape, with the roles of its axes
     * @param dtype what its elements are stored as
     * @throws IllegalArgumentException if the name is taken, or the shape does not fit an array or the initializer
     */
    public WeightsBuilder tensor(String name, TensorShape shape, DType dtype, Initializer initializer) {
        checkName(name);
        weights.put(prefix + name, collector.addOrAllocate(name, storage(dtype), null, shape, initializer));
        return this;
    }

    /** The tensors that are declared here have names that begin with {@code name} and a dot. */
    public WeightsBuilder scope(String name, Consumer<? super WeightsBuilder> declarations) {
        checkName(name);
        collector.visit(
                name,
                new Object(),
                (scope, inner) -> declarations.accept(new WeightsBuilder(weights, inner, prefix + name + ".")));
        return this;
    }

    private static void checkName(String name) {
        if (Objects.requireNonNull(name, "name").isEmpty()) {
            throw new IllegalArgumentException("the name of a tensor or of a scope is empty");
        }
    }

    private static TensorType<?> storage(DType dtype) {
        return switch (dtype) {
            case F64 -> TensorType.DOUBLES;
            case F32 -> TensorType.FLOATS;
            case F16 -> TensorType.FP16;
            case BF16 -> TensorType.BF16;
        };
    }
}
