package org.initweights.statistics.streams;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.ContinuousDistribution;

/** Cells of the real line whose edges are floats, equally probable but for the rounding of the edges. */
final class CellEdges {

    /** Floats that share their sign, exponent and this much of their fraction share the cell from which the search begins. */
    private static final int IGNORED_BITS = 10;

    private final float[] edges;
    private final int[] first = new int[1 << (Float.SIZE - IGNORED_BITS)];
    private final ContinuousDistribution truth;

    CellEdges(ContinuousDistribution truth, int cells) {
        this.truth = truth;
        edges = new float[cells];
        edges[0] = Float.NEGATIVE_INFINITY;
        for (int i = 1; i < cells; i++) {
            edges[i] = (float)
                    (2 * i < cells
                            ? truth.inverseCumulativeProbability((double) i / cells)
                            : truth.inverseSurvivalProbability((double) (cells - i) / cells));
        }
        for (int i = 0; i < first.length; i++) {
            float least = least(i);
            int cell = Arrays.binarySearch(edges, least);
            first[i] = Float.isNaN(least) ? 0 : cell >= 0 ? cell : -cell - 2;
        }
    }

    /** The least float of those that begin the search alike. */
    private static float least(int group) {
        int bits = group << IGNORED_BITS;
        return Float.intBitsToFloat(bits < 0 ? bits | (1 << IGNORED_BITS) - 1 : bits);
    }

    /** Counts the values by their cells. */
    void count(float[] values, long[] counts) {
        for (float value : values) {
            int cell = first[Float.floatToRawIntBits(value) >>> IGNORED_BITS];
            while (cell + 1 < edges.length && edges[cell + 1] <= value) {
                cell++;
            }
            counts[cell]++;
        }
    }

    /** The probability of each cell, if what is rounded to nearest has the true distribution. */
    double[] probabilities() {
        double[] probabilities = new double[edges.length];
        for (int i = 0; i < edges.length; i++) {
            double from = i == 0 ? Double.NEGATIVE_INFINITY : rounded(edges[i]);
            double to = i == edges.length - 1 ? Double.POSITIVE_INFINITY : rounded(edges[i + 1]);
            probabilities[i] = truth.probability(from, to);
        }
        return probabilities;
    }

    /** The least real number that is rounded to {@code edge} or above. */
    private static double rounded(float edge) {
        return ((double) edge + Math.nextDown(edge)) / 2;
    }
}
