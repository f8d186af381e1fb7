package org.initweights.internal.fill;

import org.initweights.Fill;

/** The HiPPO-LegS matrix of {@code size} rows and columns, negative as S4 has it. */
public record HippoLegsFill(long size) implements Fill, Sized {

    public HippoLegsFill {
        Argument.size("hippoLegs", "size", size, 1);
    }

    /** The element in row {@code n} and column {@code k}. */
    public static double element(long n, long k) {
        if (n < k) {
            return 0;
        }
        return n == k ? -(n + 1.0) : -Math.sqrt((2.0 * n + 1) * (2.0 * k + 1));
    }

    /** Below the diagonal stand the products of two different roots out of √1, √3, … : half of (∑√)² - ∑√². */
    @Override
    public double mean() {
        double n = size;
        double roots = SmoothSum.of(i -> Math.sqrt(2 * i - 1), size);
        double below = (roots * roots - n * n) / 2;
        double diagonal = n * (n + 1) / 2;
        return -(below + diagonal) / (n * n);
    }

    @Override
    public double std() {
        double n = size;
        double below = (n * n * n * n - n * (4 * n * n - 1) / 3) / 2;
        double diagonal = n * (n + 1) * (2 * n + 1) / 6;
        return Math.sqrt(Math.max(0, (below + diagonal) / (n * n) - mean() * mean()));
    }

    @Override
    public double lower() {
        double diagonal = element(size - 1, size - 1);
        return size == 1 ? diagonal : Math.min(diagonal, element(size - 1, size - 2));
    }

    @Override
    public double upper() {
        return size == 1 ? element(0, 0) : 0;
    }

    @Override
    public boolean fits(long elements) {
        return elements == Argument.product(size, size);
    }

    @Override
    public String toString() {
        return "HiPPO-LegS";
    }
}
