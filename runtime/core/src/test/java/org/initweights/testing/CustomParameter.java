package org.initweights.testing;

import java.nio.ByteBuffer;
import java.util.function.BiConsumer;
import org.initweights.DType;
import org.initweights.Fill;
import org.initweights.Initializer;
import org.initweights.Parameter;
import org.initweights.RandomSource;
import org.initweights.TensorShape;

/**
 * A parameter of a user's own, which is another one but for who initialises it, and how.
 *
 * @param initialization initialises the other one from a source
 */
public record CustomParameter(
        Parameter parameter, boolean isConcurrent, BiConsumer<Parameter, RandomSource> initialization)
        implements Parameter {

    @Override
    public String name() {
        return parameter.name();
    }

    @Override
    public TensorShape shape() {
        return parameter.shape();
    }

    @Override
    public Initializer initializer() {
        return parameter.initializer();
    }

    @Override
    public Fill fill() {
        return parameter.fill();
    }

    @Override
    public Parameter with(Initializer initializer) {
        return new CustomParameter(parameter.with(initializer), isConcurrent, initialization);
    }

    @Override
    public double get(long index) {
        return parameter.get(index);
    }

    @Override
    public DType dtype() {
        return parameter.dtype();
    }

    @Override
    public void encode(long from, int count, ByteBuffer target) {
        parameter.encode(from, count, target);
    }

    @Override
    public void decode(long from, int count, ByteBuffer source) {
        parameter.decode(from, count, source);
    }

    @Override
    public void initialize(RandomSource random) {
        initialization.accept(parameter, random);
    }
}
