package org.initweights.internal.kernel;

import java.util.Arrays;
import org.initweights.internal.tensor.ElementRange;
import org.initweights.internal.tensor.Precision;
import org.initweights.internal.tensor.Storage;

/**
 * Writes one value everywhere, 8192 elements at a time, in the storage's precision. It draws nothing.
 *
 * <p>Cost: writing, and filling a chunk before each write.
 */
final class ConstantKernel {

    private static final int CHUNK = 8192;

    private ConstantKernel() {}

    /** Writes {@code value}, rounded to the storage's type, to all elements that are wanted. */
    static void write(Storage target, double value) {
        ElementRange wanted = target.wanted();
        boolean single = target.precision() == Precision.SINGLE;
        int chunk = (int) Math.min(CHUNK, wanted.length());
        float[] floats = new float[single ? chunk : 0];
        double[] doubles = new double[single ? 0 : chunk];
        for (long offset = wanted.from(); offset < wanted.to(); offset += chunk) {
            int count = (int) Math.min(chunk, wanted.to() - offset);
            // Filled anew each time: a storage may change what it is given.
            if (single) {
                Arrays.fill(floats, (float) value);
                target.put(offset, floats, count);
            } else {
                Arrays.fill(doubles, value);
                target.put(offset, doubles, count);
            }
        }
    }
}
