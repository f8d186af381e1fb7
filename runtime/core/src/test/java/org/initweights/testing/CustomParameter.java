package org.initweights.testing;

import java.util.function.BiConsumer;
import org.initweights.Initializer;
import org.initweights.Parameter;
import org.initweights.RandomSource;

/**
 * A parameter of a user's own, which is another one but for who initialises it, and how.
 *
 * @param initialization initialises the other one from a source
 */
public record CustomParameter(
        Parameter parameter, boolean isConcurrent, BiConsumer<Parameter, RandomSource> initialization)
        implements ForwardingParameter {

    @Override
    public Parameter with(Initializer initializer) {
        return new CustomParameter(parameter.with(initializer), isConcurrent, initialization);
    }

    @Override
    public void initialize(RandomSource random) {
        initialization.accept(parameter, random);
    }
}
