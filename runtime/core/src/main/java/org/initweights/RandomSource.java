package org.initweights;

import org.initweights.kernel.SamplerSource;
import org.initweights.kernel.SeededSource;

/** Where the random numbers of an initialisation come from. */
public sealed interface RandomSource permits SamplerSource {

    /**
     * The default source. It is counter-based: element <i>i</i> of a parameter is a pure function of the seed, the
     * parameter's name and <i>i</i>. So results do not depend on threads, on the order of initialisation or on other
     * parameters, and adding a layer changes no other layer.
     */
    static RandomSource seeded(long seed) {
        return new SeededSource(seed);
    }
}
