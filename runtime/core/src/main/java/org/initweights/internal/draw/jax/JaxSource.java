package org.initweights.internal.draw.jax;

import java.io.NotSerializableException;
import java.io.Serializable;
import java.util.List;
import java.util.function.Function;
import org.initweights.DType;
import org.initweights.JaxKey;
import org.initweights.internal.draw.Sampler;
import org.initweights.internal.draw.SamplerSource;
import org.initweights.internal.fill.TruncatedNormalFill;
import org.initweights.internal.work.Workers;

/**
 * A tree of JAX's keys, one for each parameter.
 *
 * <p>It has no state: the same name draws the same numbers again, and threads may share it, if they may share the function of the keys. A
 * parameter draws from its key alone, so order and other parameters do not matter. A key for two parameters gives both the same numbers,
 * as in JAX.
 *
 * @param name of the source, for messages
 * @param keys the key of the parameter of each name
 * @param workers the threads that draw
 */
public record JaxSource(String name, Function<? super String, JaxKey> keys, Workers workers) implements SamplerSource {

    /** On the threads of the common pool. */
    public JaxSource(String name, Function<? super String, JaxKey> keys) {
        this(name, keys, Workers.COMMON_POOL);
    }

    @Override
    public Sampler sampler(String parameter) {
        JaxKey key = keys.apply(parameter);
        if (key == null) {
            throw new IllegalArgumentException(name + " has no key for the parameter " + parameter);
        }
        return new JaxSampler(key, workers);
    }

    @Override
    public void check(TruncatedNormalFill fill, DType dtype) {
        JaxTruncation.check(fill, dtype);
    }

    @Override
    public SamplerSource on(Workers others) {
        return new JaxSource(name, keys, others);
    }

    /** Names and keys; a function of keys is written if it is serializable. */
    private record Form(String name, Function<? super String, JaxKey> keys) implements Serializable {
        private Object readResolve() {
            return new JaxSource(name, keys);
        }
    }

    private Object writeReplace() throws NotSerializableException {
        if (!(keys instanceof Serializable)) {
            throw new NotSerializableException(
                    name + ": the function that gives the keys is not Serializable; give one that is, as"
                            + " (Function<String, JaxKey> & Serializable) name -> …");
        }
        return new Form(name, keys);
    }

    /** By the key of each parameter: the name says nothing of keys that a function gives. */
    @Override
    public String fingerprint(List<String> parameters) {
        return name + parameters.stream().map(keys).toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
