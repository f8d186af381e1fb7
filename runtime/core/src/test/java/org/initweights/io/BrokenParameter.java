package org.initweights.io;

import java.nio.ByteBuffer;
import org.initweights.Initializer;
import org.initweights.Parameter;
import org.initweights.RandomSource;
import org.initweights.testing.ForwardingParameter;

/** A parameter whose elements cannot be had. */
record BrokenParameter(Parameter parameter) implements ForwardingParameter {

    @Override
    public Parameter with(Initializer initializer) {
        return new BrokenParameter(parameter.with(initializer));
    }

    @Override
    public double get(long index) {
        throw new IllegalStateException("broken");
    }

    @Override
    public void encode(long from, int count, ByteBuffer target) {
        throw new IllegalStateException("broken");
    }

    @Override
    public void decode(long from, int count, ByteBuffer source) {
        throw new IllegalStateException("broken");
    }

    @Override
    public void initialize(RandomSource random) {
        throw new IllegalStateException("broken");
    }
}
