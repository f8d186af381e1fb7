package org.initweights.jax;

import java.util.function.Function;
import org.initweights.JaxKey;
import org.initweights.kernel.Sampler;
import org.initweights.kernel.SamplerSource;

/**
 * A tree of JAX's keys, one for each parameter.
 *
 * @param name of the source, for messages
 * @param keys the key of the parameter of each name
 */
public record JaxSource(String name, Function<? super String, JaxKey> keys) implements SamplerSource {

    @Override
    public Sampler sampler(String parameter) {
        JaxKey key = keys.apply(parameter);
        if (key == null) {
            throw new IllegalArgumentException(name + " has no key for the parameter " + parameter);
        }
        return new JaxSampler(key);
    }

    @Override
    public String toString() {
        return name;
    }
}
