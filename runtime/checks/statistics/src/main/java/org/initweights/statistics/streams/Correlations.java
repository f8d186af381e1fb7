package org.initweights.statistics.streams;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.initweights.Initializer;
import org.initweights.statistics.battery.ChiSquare;
import org.initweights.statistics.battery.PValue;

/**
 * The correlations of all pairs of neighbours, of which each has {@code elements} values of mean 0: their distribution, and the
 * largest, among so many pairs. Of normals r·√((n − 1) / (1 − r²)) is Student's t of n − 1 degrees exactly, of uniforms closely.
 */
public record Correlations(Neighbours neighbours, int streams, Initializer initializer, int elements)
        implements StreamTest {

    private static final int CELLS = 1000;

    @Override
    public List<PValue> run(long seed) {
        float[][] values = IntStream.range(0, streams)
                .mapToObj(i -> unit(neighbours.draw(initializer, seed, i, elements)))
                .toArray(float[][]::new);
        double[] correlations = IntStream.range(1, streams)
                .parallel()
                .boxed()
                .flatMapToDouble(i -> IntStream.range(0, i).mapToDouble(j -> product(values[i], values[j])))
                .toArray();
        TDistribution student = TDistribution.of(elements - 1.0);
        long[] counts = new long[CELLS];
        double largest = 0;
        for (double r : correlations) {
            double below = student.cumulativeProbability(r * Math.sqrt((elements - 1) / (1 - r * r)));
            counts[Math.min((int) (below * CELLS), CELLS - 1)]++;
            largest = Math.max(largest, Math.abs(r));
        }
        double beyond = 2 * student.survivalProbability(largest * Math.sqrt((elements - 1) / (1 - largest * largest)));
        double p = -Math.expm1(correlations.length * Math.log1p(-beyond));
        return List.of(ChiSquare.uniform("distribution", counts), new PValue("largest", largest, p));
    }

    private static float[] unit(float[] values) {
        float norm = (float) Math.sqrt(product(values, values));
        for (int i = 0; i < values.length; i++) {
            values[i] /= norm;
        }
        return values;
    }

    /** In four sums, so that one addition need not wait for the other. */
    private static double product(float[] a, float[] b) {
        double[] sums = new double[4];
        for (int i = 0; i < a.length; i += 4) {
            sums[0] += (double) a[i] * b[i];
            sums[1] += (double) a[i + 1] * b[i + 1];
            sums[2] += (double) a[i + 2] * b[i + 2];
            sums[3] += (double) a[i + 3] * b[i + 3];
        }
        return sums[0] + sums[1] + sums[2] + sums[3];
    }
}
