package org.initweights.kernel;

import org.initweights.RandomSource;

/** A random source as the kernels see it. Every {@link RandomSource} is one. */
public non-sealed interface SamplerSource extends RandomSource {

    /** What the parameter of this name draws from. */
    Sampler sampler(String parameter);

    /** The same source, as the kernels see it. */
    static SamplerSource of(RandomSource random) {
        return (SamplerSource) random;
    }
}
