package org.initweights.kernel;

import java.util.List;
import org.initweights.Parameter;
import org.initweights.RandomSource;

/** A random source as the kernels see it. Every {@link RandomSource} is one. */
public non-sealed interface SamplerSource extends RandomSource {

    /** What the parameter of this name draws from. */
    Sampler sampler(String parameter);

    /** Writes the initial values of parameters, in the order in which this source draws them. */
    default void initialize(List<Parameter> parameters) {
        parameters.forEach(parameter -> parameter.initialize(this));
    }

    /** The same source, as the kernels see it. */
    static SamplerSource of(RandomSource random) {
        return (SamplerSource) random;
    }
}
