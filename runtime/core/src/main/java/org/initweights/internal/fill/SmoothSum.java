package org.initweights.internal.fill;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;

/**
 * f(1) + f(2) + … + f(n) of a function that bends less and less, such as a logarithm or a root, in a time that does not grow with n: the first
 * terms one by one, the rest as an integral, by Euler and Maclaurin.
 */
final class SmoothSum {

    private static final long ONE_BY_ONE = 1 << 12;

    /** Gauss's and Legendre's rule of eight points. */
    private static final double[] NODES = {
        0.1834346424956498049, 0.5255324099163289858, 0.7966664774136267396, 0.9602898564975362317
    };

    private static final double[] WEIGHTS = {
        0.3626837833783619830, 0.3137066458778872873, 0.2223810344533744706, 0.1012285362903762592
    };

    private SmoothSum() {}

    static double of(DoubleUnaryOperator f, long n) {
        long few = Math.min(n, ONE_BY_ONE);
        double sum = LongStream.rangeClosed(1, few)
                .mapToDouble(k -> (double) k)
                .map(f)
                .sum();
        if (n == few) {
            return sum;
        }
        // Each term is the integral over the unit around it, less a 24th of what the slope grows by.
        double begin = few + 0.5;
        double end = n + 0.5;
        return sum + integral(f, begin, end) - (slope(f, end) - slope(f, begin)) / 24;
    }

    private static double slope(DoubleUnaryOperator f, double x) {
        return (f.applyAsDouble(x + 0.5) - f.applyAsDouble(x - 0.5));
    }

    /** In pieces of which each is twice as long as the one before. */
    private static double integral(DoubleUnaryOperator f, double begin, double end) {
        double sum = 0;
        for (double a = begin; a < end; a = 2 * a) {
            double b = Math.min(2 * a, end);
            double centre = (a + b) / 2;
            double half = (b - a) / 2;
            for (int i = 0; i < NODES.length; i++) {
                sum += half
                        * WEIGHTS[i]
                        * (f.applyAsDouble(centre - half * NODES[i]) + f.applyAsDouble(centre + half * NODES[i]));
            }
        }
        return sum;
    }
}
