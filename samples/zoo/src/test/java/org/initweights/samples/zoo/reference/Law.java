package org.initweights.samples.zoo.reference;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * How the elements of a tensor are distributed.
 *
 * @param kurtosis the fourth standardised moment, which tells families of distributions apart; not a number for constants
 */
public record Law(double mean, double std, double lower, double upper, double kurtosis, int zeroRow) {

    private static final int NO_ROW = -1;
    private static final double OF_NORMALS = 3;
    private static final double OF_UNIFORMS = 1.8;

    /** Simpson's rule with as many steps as this has an error below 1e-13 for what papers write. */
    private static final int STEPS = 10_000;

    /** N(0, std²). */
    public static Law normal(double std) {
        return new Law(0, std, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, OF_NORMALS, NO_ROW);
    }

    /** N(0, std²) on [-bound, bound], where the bound is so far out that the deviation is not changed by it. */
    public static Law truncatedFarOut(double std, double bound) {
        return new Law(0, std, -bound, bound, OF_NORMALS, NO_ROW);
    }

    /** N(0, std²) on ±3 std: variance and kurtosis follow from the density and the mass between the bounds. */
    public static Law truncatedAtThree(double std) {
        double mass = 0.997_300_203_936_739_8;
        double density = Math.exp(-4.5) / Math.sqrt(2 * Math.PI);
        double variance = 1 - 6 * density / mass;
        double fourth = 3 * variance - 54 * density / mass;
        return new Law(0, std * Math.sqrt(variance), -3 * std, 3 * std, fourth / (variance * variance), NO_ROW);
    }

    /** U(-bound, bound). */
    public static Law uniform(double bound) {
        return new Law(0, bound / Math.sqrt(3), -bound, bound, OF_UNIFORMS, NO_ROW);
    }

    /**
     * What a function that only grows, or only falls, gives of U(from, to), by Simpson's rule.
     *
     * @param kinks where the function has no derivative
     */
    public static Law ofUniform(double from, double to, DoubleUnaryOperator function, double... kinks) {
        double[] ends = DoubleStream.concat(
                        DoubleStream.of(from, to), Arrays.stream(kinks).filter(kink -> from < kink && kink < to))
                .sorted()
                .toArray();
        double mean = integral(ends, function) / (to - from);
        double variance = integral(ends, x -> StrictMath.pow(function.applyAsDouble(x) - mean, 2)) / (to - from);
        double fourth = integral(ends, x -> StrictMath.pow(function.applyAsDouble(x) - mean, 4)) / (to - from);
        return new Law(
                mean,
                Math.sqrt(variance),
                Math.min(function.applyAsDouble(from), function.applyAsDouble(to)),
                Math.max(function.applyAsDouble(from), function.applyAsDouble(to)),
                fourth / (variance * variance),
                NO_ROW);
    }

    private static double integral(double[] ends, DoubleUnaryOperator function) {
        double sum = 0;
        for (int piece = 1; piece < ends.length; piece++) {
            double from = ends[piece - 1];
            double step = (ends[piece] - from) / STEPS;
            double sumOfPiece = 0;
            for (int i = 0; i <= STEPS; i++) {
                double weight = i == 0 || i == STEPS ? 1 : i % 2 == 1 ? 4 : 2;
                sumOfPiece += weight * function.applyAsDouble(from + i * step);
            }
            sum += sumOfPiece * step / 3;
        }
        return sum;
    }

    /** U(from, to). */
    public static Law uniform(double from, double to) {
        double mean = (from + to) / 2;
        return new Law(mean, (to - from) / Math.sqrt(12), from, to, OF_UNIFORMS, NO_ROW);
    }

    /** A matrix whose rows or columns, the fewer, are orthogonal and have the length {@code gain}: a point of a sphere each. */
    public static Law orthogonal(double gain, long rows, long columns) {
        double length = Math.max(rows, columns);
        return new Law(0, gain / Math.sqrt(length), -gain, gain, 3 * length / (length + 2), NO_ROW);
    }

    public static Law constant(double value) {
        return new Law(value, 0, value, value, Double.NaN, NO_ROW);
    }

    public static Law zeros() {
        return constant(0);
    }

    public static Law ones() {
        return constant(1);
    }

    /** This, but for one row of zeros, as {@code padding_idx} makes it. */
    public Law withZeroRow(int row) {
        return new Law(mean, std, lower, upper, kurtosis, row);
    }

    /** Refuses values that cannot have been drawn from this. */
    public void assertFollowedBy(double[] values, String words) {
        DrawnValues.of(values).follow(this, words);
    }

    boolean isConstant() {
        return std == 0;
    }

    boolean hasZeroRow() {
        return zeroRow != NO_ROW;
    }
}
