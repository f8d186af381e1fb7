package org.initweights.kernel;

import java.util.List;
import org.initweights.Parameter;
import org.initweights.RandomSource;

/** A random source as the kernels see it. Every {@link RandomSource} is one. */
public non-sealed interface SamplerSource extends RandomSource {

    /** What the parameter of this name draws from. */
    Sampler sampler(String parameter);

    /** In which order parameters have to draw; one whose first values are overwritten may be there twice. */
    default List<Parameter> inOrder(List<Parameter> declared) {
        return declared;
    }

    /** Whether each parameter draws the same whatever others do at the same time. */
    default boolean isIndependent() {
        return false;
    }

    /** This source, which draws with these workers if they can do more than one thread. */
    default SamplerSource on(Workers workers) {
        return this;
    }

    /** Tells this source from those that draw other numbers for parameters of these names. */
    default String fingerprint(List<String> parameters) {
        return toString();
    }

    /** Where a source stands that draws one parameter after the other; empty if it does not matter what was drawn before. */
    default String position() {
        return "";
    }

    /** Goes on from where a source like this one stood. */
    default void resume(String position) {}

    /** The same source, as the kernels see it. */
    static SamplerSource of(RandomSource random) {
        return (SamplerSource) random;
    }
}
