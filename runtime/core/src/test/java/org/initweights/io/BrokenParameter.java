package org.initweights.io;

import java.nio.ByteBuffer;
import org.initweights.DType;
import org.initweights.Fill;
import org.initweights.Initializer;
import org.initweights.Parameter;
import org.initweights.RandomSource;
import org.initweights.TensorShape;

/** A parameter whose elements cannot be had. */
record BrokenParameter(Parameter whole) implements Parameter {

    @Override
    public String name() {
        return whole.name();
    }

    @Override
    public TensorShape shape() {
        return whole.shape();
    }

    @Override
    public Initializer initializer() {
        return whole.initializer();
    }

    @Override
    public Fill fill() {
        return whole.fill();
    }

    @Override
    public Parameter with(Initializer initializer) {
        return new BrokenParameter(whole.with(initializer));
    }

    @Override
    public double get(long index) {
        throw new IllegalStateException("broken");
    }

    @Override
    public DType dtype() {
        return whole.dtype();
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
