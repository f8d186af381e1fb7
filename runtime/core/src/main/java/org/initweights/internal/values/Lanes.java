package org.initweights.internal.values;

import org.jspecify.annotations.Nullable;

/**
 * Some elements that are computed together: what is known of each, and what has been computed of them so far, by the number of the step.
 *
 * <p>One thread uses it. What it holds is overwritten when it is begun anew.
 */
final class Lanes {

    /** How many elements there may be. */
    static final int WIDTH = 1024;

    private static final int[] NONE = {};

    /** Of each axis that is counted here, the index of each element; of what is drawn, the numbers, as axis 0. */
    final double[][] indices;

    /** In which run of {@link #runs} each element is. */
    int[] run = NONE;

    private final @Nullable Lanes runs;
    private final double[][] values;
    private final long[] computed;
    private long generation;
    private int count;

    /**
     * @param axes how many axes there are
     * @param steps how many steps may keep what they compute
     * @param runs where what is the same along the innermost axis is computed
     */
    Lanes(int axes, int steps, @Nullable Lanes runs) {
        this.indices = new double[axes][];
        this.values = new double[steps][];
        this.computed = new long[steps];
        this.runs = runs;
        if (runs != null) {
            run = new int[WIDTH];
        }
    }

    /** Counts an axis here. */
    void count(int axis) {
        indices[axis] = new double[WIDTH];
    }

    /** Forgets what was computed, for so many other elements. */
    void begin(int elements) {
        generation++;
        count = elements;
    }

    int count() {
        return count;
    }

    Lanes runs() {
        if (runs == null) {
            throw new IllegalStateException("these are runs themselves");
        }
        return runs;
    }

    /** What a step computes of each element, once. */
    double[] values(int number, Step step) {
        double[] found = values[number];
        if (found == null) {
            found = new double[WIDTH];
            values[number] = found;
        }
        if (computed[number] != generation) {
            step.compute(this, found);
            computed[number] = generation;
        }
        return found;
    }

    /** Lanes that can hold some of these. */
    Lanes part() {
        return new Lanes(indices.length, values.length, runs);
    }

    /** Begins with those of the elements of {@code all} that {@code chosen} numbers. */
    void choose(Lanes all, int[] chosen, int number) {
        begin(number);
        for (int axis = 0; axis < indices.length; axis++) {
            double[] from = all.indices[axis];
            if (from != null) {
                if (indices[axis] == null) {
                    count(axis);
                }
                double[] to = indices[axis];
                for (int i = 0; i < number; i++) {
                    to[i] = from[chosen[i]];
                }
            }
        }
        if (runs != null) {
            for (int i = 0; i < number; i++) {
                run[i] = all.run[chosen[i]];
            }
        }
    }
}
