package org.initweights.internal.kernel;

import org.initweights.internal.fill.LogRangeFill;
import org.initweights.internal.tensor.ElementRange;
import org.initweights.internal.tensor.Storage;

/**
 * Writes the logarithms of 1, 2, … along the last axis, by {@link StrictMath} in double, 8192 elements at a time.
 *
 * <p>It draws nothing. Cost: a logarithm an element, though rows are equal.
 */
final class LogRangeKernel {

    private static final int CHUNK = 8192;

    private LogRangeKernel() {}

    static void write(Storage target, LogRangeFill fill) {
        ElementRange wanted = target.wanted();
        double[] values = new double[(int) Math.min(CHUNK, wanted.length())];
        for (long offset = wanted.from(); offset < wanted.to(); offset += values.length) {
            int count = (int) Math.min(values.length, wanted.to() - offset);
            for (int i = 0; i < count; i++) {
                values[i] = StrictMath.log((offset + i) % fill.size() + 1.0);
            }
            target.put(offset, values, count);
        }
    }
}
