package org.initweights.kernel;

import org.initweights.random.StreamKey;

/** The counter-based source: every parameter has a stream of its own, keyed by the seed and the parameter's name. */
public record SeededSource(long seed) implements SamplerSource {

    @Override
    public Sampler sampler(String parameter) {
        return new CounterSampler(StreamKey.of(seed, parameter));
    }

    @Override
    public String toString() {
        return "RandomSource.seeded(" + seed + ")";
    }
}
