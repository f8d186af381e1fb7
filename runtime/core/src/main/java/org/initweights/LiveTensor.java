package org.initweights;

import java.util.Objects;
import org.initweights.collect.ParameterCollector;
import org.initweights.collect.TensorType;
import org.initweights.internal.draw.SamplerSource;

/**
 * One tensor that is already there, to be filled at once.
 *
 * @param name what random sources that go by names know it by
 */
record LiveTensor<T>(String name, TensorType<T> type, T tensor, TensorShape shape) {

    /** What messages call a tensor without a name. */
    private static final String NAMELESS = "tensor";

    LiveTensor {
        TensorNames.check(name);
        Objects.requireNonNull(shape, "shape is null");
    }

    /**
     * A tensor without a name.
     *
     * @throws IllegalArgumentException if the source would give all such tensors the same numbers
     */
    static <T> LiveTensor<T> nameless(TensorType<T> type, T tensor, TensorShape shape, RandomSource random) {
        if (SamplerSource.of(random).isByName()) {
            throw new IllegalArgumentException("fill: " + random
                    + " draws by the names of tensors, so all tensors without a name would start alike; give this one a name, or use"
                    + " RandomSource.sequence(seed) or RandomSource.torch(seed)");
        }
        return new LiveTensor<>(NAMELESS, type, tensor, shape);
    }

    /** Writes what an initializer says. */
    void fill(Initializer initializer, RandomSource random) {
        ParameterCollector.collect(
                        new Object(),
                        (nothing, collector) -> collector.addExisting(name, type, tensor, shape, initializer))
                .initialize(random);
    }
}
