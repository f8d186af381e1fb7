package org.initweights.internal.draw.seeded;

import java.io.Serializable;
import org.initweights.internal.draw.Sampler;
import org.initweights.internal.draw.SamplerSource;
import org.initweights.internal.random.StreamKey;
import org.initweights.internal.work.Workers;

/**
 * The counter-based source: every parameter has a stream of its own, keyed by the seed and the parameter's name ({@link StreamKey}).
 *
 * <p>It consumes nothing: it has no state, and the same name draws the same numbers again. Cost: a few Threefry blocks a parameter for its
 * key. What it draws is specified to the bit in {@code runtime/docs/streams.md}.
 *
 * @param seed all 64 bits count
 * @param workers the threads that draw
 */
public record SeededSource(long seed, Workers workers) implements SamplerSource {

    /** On the threads of the common pool. */
    public SeededSource(long seed) {
        this(seed, Workers.COMMON_POOL);
    }

    @Override
    public Sampler sampler(String parameter) {
        return new CounterSampler(StreamKey.of(seed, parameter), workers);
    }

    @Override
    public boolean isIndependent() {
        return true;
    }

    @Override
    public SamplerSource on(Workers others) {
        return new SeededSource(seed, others);
    }

    private record Form(long seed) implements Serializable {
        private Object readResolve() {
            return new SeededSource(seed);
        }
    }

    private Object writeReplace() {
        return new Form(seed);
    }

    @Override
    public String toString() {
        return "RandomSource.seeded(" + seed + ")";
    }
}
