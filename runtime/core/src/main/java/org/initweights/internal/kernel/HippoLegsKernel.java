package org.initweights.internal.kernel;

import org.initweights.internal.fill.HippoLegsFill;
import org.initweights.internal.tensor.ElementRange;
import org.initweights.internal.tensor.Storage;

/**
 * Writes the HiPPO-LegS matrix, row by row: {@link HippoLegsFill#element} in double, rounded to the storage's type.
 *
 * <p>It draws nothing. Cost: n² elements, each computed; it keeps a row in memory. n is less than 2³¹.
 */
final class HippoLegsKernel {

    private HippoLegsKernel() {}

    static void write(Storage target, HippoLegsFill fill) {
        double[] row = new double[Math.toIntExact(fill.size())];
        ElementRange wanted = target.wanted();
        int first = (int) (wanted.from() / row.length);
        int end = (int) ((wanted.to() + row.length - 1) / row.length);
        for (int n = first; n < end; n++) {
            for (int k = 0; k < row.length; k++) {
                row[k] = HippoLegsFill.element(n, k);
            }
            target.put((long) n * row.length, row, row.length);
        }
    }
}
