package org.initweights.internal.start;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.initweights.internal.draw.Sampler;
import org.initweights.internal.tensor.Storage;
import org.initweights.internal.work.Workers;

/** Draws ones as normals, and remembers the parts that it is asked for, by their first elements. */
final class NamedParts implements Sampler {

    private final List<Long> parts = new ArrayList<>();

    List<Long> parts() {
        return parts;
    }

    @Override
    public Sampler part(long from) {
        parts.add(from);
        return this;
    }

    @Override
    public void normal(Storage target, double mean, double std) {
        double[] values = new double[(int) target.length()];
        Arrays.fill(values, mean + std);
        target.put(0, values, values.length);
    }

    @Override
    public Workers workers() {
        return Workers.CALLER;
    }

    @Override
    public void uniform(Storage target, double lower, double upper) {
        throw new UnsupportedOperationException("only normals are drawn");
    }

    @Override
    public void truncatedNormal(Storage target, double mean, double std, double lower, double upper) {
        throw new UnsupportedOperationException("only normals are drawn");
    }

    @Override
    public void shuffle(int[] items, long draw) {
        throw new UnsupportedOperationException("only normals are drawn");
    }
}
