package org.initweights.report.internal.law;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.initweights.internal.values.DrawnLaw;
import org.initweights.internal.values.TransformedFill;

/**
 * A function of what is drawn, which need not only grow or only fall: its values for many numbers that may be drawn, sorted, each with the
 * probability of the numbers about it. Between values, probabilities are interpolated.
 */
final class TransformedLaw implements Law {

    private static final int CELLS = 1 << 15;

    /** Densities are differences over this part of the range. */
    private static final double WINDOW = 1 / 2048.0;

    private final double mean;
    private final double std;
    private final double[] values;

    /** The probability of what is less than a value, and half of its own. */
    private final double[] below;

    private final double kurtosis;

    private TransformedLaw(double mean, double std, double[] values, double[] below, double kurtosis) {
        this.mean = mean;
        this.std = std;
        this.values = values;
        this.below = below;
        this.kurtosis = kurtosis;
    }

    static TransformedLaw of(TransformedFill fill) {
        DrawnLaw law = fill.law();
        double width = (law.to() - law.from()) / CELLS;
        double[] unsorted = new double[CELLS];
        double[] masses = new double[CELLS];
        double mass = 0;
        for (int i = 0; i < CELLS; i++) {
            double t = law.from() + (i + 0.5) * width;
            unsorted[i] = law.value(t);
            masses[i] = law.density().applyAsDouble(t);
            mass += masses[i];
        }
        int[] order = IntStream.range(0, CELLS)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> unsorted[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] values = new double[CELLS];
        double[] below = new double[CELLS];
        double mean = fill.mean();
        double std = fill.std();
        double sum = 0;
        double kurtosis = 0;
        for (int i = 0; i < CELLS; i++) {
            double own = masses[order[i]] / mass;
            values[i] = unsorted[order[i]];
            below[i] = sum + own / 2;
            sum += own;
            double z = (values[i] - mean) / std;
            kurtosis += own * z * z * z * z;
        }
        return new TransformedLaw(mean, std, values, below, kurtosis);
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public double std() {
        return std;
    }

    @Override
    public double density(double x) {
        double around = Math.min((values[CELLS - 1] - values[0]) * WINDOW, std / 16);
        double from = Math.max(values[0], x - around);
        double to = Math.min(values[CELLS - 1], x + around);
        return from < to ? (probability(to) - probability(from)) / (to - from) : 0;
    }

    @Override
    public double probability(double x) {
        int next = firstAbove(x);
        if (next == 0) {
            return 0;
        }
        if (next == CELLS) {
            return 1;
        }
        double gap = values[next] - values[next - 1];
        double part = gap > 0 ? (x - values[next - 1]) / gap : 0;
        return below[next - 1] + part * (below[next] - below[next - 1]);
    }

    private int firstAbove(double x) {
        int found = Arrays.binarySearch(values, x);
        int next = found < 0 ? -found - 1 : found;
        while (next < CELLS && values[next] <= x) {
            next++;
        }
        return next;
    }

    @Override
    public double kurtosis() {
        return kurtosis;
    }
}
