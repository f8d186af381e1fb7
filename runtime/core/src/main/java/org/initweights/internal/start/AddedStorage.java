package org.initweights.internal.start;

import org.initweights.internal.tensor.DoubleArrayStorage;
import org.initweights.internal.tensor.FloatArrayStorage;
import org.initweights.internal.tensor.ForwardingStorage;
import org.initweights.internal.tensor.Storage;

/**
 * Takes what is drawn, adds to each element what it begins with, and writes the sums.
 *
 * @param target the elements that are drawn
 * @param begin where they begin in what is written
 * @param base computes what they begin with, by their place in what is written
 */
record AddedStorage(Storage target, long begin, PieceWriter.Piece base, PieceWriter writer)
        implements ForwardingStorage {

    @Override
    public void put(long offset, float[] values, int count) {
        add(begin + offset, new FloatArrayStorage(values), count);
    }

    @Override
    public void put(long offset, double[] values, int count) {
        add(begin + offset, new DoubleArrayStorage(values), count);
    }

    private void add(long from, Storage drawn, int count) {
        double[] values = new double[count];
        base.compute(from, values);
        for (int i = 0; i < count; i++) {
            values[i] += drawn.get(i);
        }
        writer.put(from, values);
    }
}
