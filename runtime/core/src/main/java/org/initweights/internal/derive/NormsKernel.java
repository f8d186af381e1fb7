package org.initweights.internal.derive;

import java.util.Arrays;
import org.initweights.DType;
import org.initweights.internal.fill.NormsFill;

/**
 * Euclidean norms of the slices of a tensor, in double.
 *
 * <p>The squares are summed with the parts that rounding loses (Kahan's summation), so that a norm is within two units in the last place of
 * double whatever the number of elements, and the same on every machine: the elements are taken in their order, by one thread. Numbers whose
 * squares leave the range of double are scaled by a power of two (Blue, 1978). Cost: one pass over the tensor, two if it is of doubles with such
 * numbers. Memory: four numbers for each norm, five if doubles are looked at twice.
 */
final class NormsKernel {

    /** Beyond these sums of squares, squares may have been lost; they are those of floats never. */
    private static final double LARGE = 0x1p900;

    private static final double SMALL = 0x1p-900;
    private static final double DOWN = 0x1p-600;
    private static final double UP = 0x1p600;

    private NormsKernel() {}

    static double[] norms(NormsFill fill, SourceElements source) {
        double[] norms = new double[Math.toIntExact(fill.elements())];
        double[] scales = new double[norms.length];
        Arrays.fill(scales, 1);
        double[] sums = sums(fill, source, scales);
        if (source.dtype() == DType.F64 && rescale(sums, scales)) {
            sums = sums(fill, source, scales);
        }
        for (int i = 0; i < norms.length; i++) {
            norms[i] = Math.sqrt(sums[i]) / scales[i];
        }
        return norms;
    }

    private static boolean rescale(double[] sums, double[] scales) {
        boolean any = false;
        for (int i = 0; i < sums.length; i++) {
            if (!(sums[i] < LARGE)) {
                scales[i] = DOWN;
                any = true;
            } else if (sums[i] < SMALL) {
                scales[i] = UP;
                any = true;
            }
        }
        return any;
    }

    private static double[] sums(NormsFill fill, SourceElements source, double[] scales) {
        long run = fill.run(source.shape());
        double[] sums = new double[scales.length];
        double[] lost = new double[scales.length];
        source.each((from, values, count) -> {
            int place = (int) (from / run % sums.length);
            long left = run - from % run;
            for (int i = 0; i < count; i++) {
                double scaled = values[i] * scales[place];
                double term = scaled * scaled - lost[place];
                double sum = sums[place] + term;
                lost[place] = sum - sums[place] - term;
                sums[place] = sum;
                if (--left == 0) {
                    left = run;
                    place = place + 1 == sums.length ? 0 : place + 1;
                }
            }
        });
        return sums;
    }
}
