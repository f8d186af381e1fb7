package org.initweights.internal.tensor;

import java.util.function.DoubleUnaryOperator;

/** A storage that gets {@code map} of what is put here, computed in double. */
public record MappedStorage(Storage target, DoubleUnaryOperator map) implements ForwardingStorage {

    @Override
    public Precision precision() {
        return Precision.DOUBLE;
    }

    @Override
    public void put(long offset, float[] values, int count) {
        double[] mapped = new double[count];
        for (int i = 0; i < count; i++) {
            mapped[i] = map.applyAsDouble(values[i]);
        }
        target.put(offset, mapped, count);
    }

    @Override
    public void put(long offset, double[] values, int count) {
        double[] mapped = new double[count];
        for (int i = 0; i < count; i++) {
            mapped[i] = map.applyAsDouble(values[i]);
        }
        target.put(offset, mapped, count);
    }
}
