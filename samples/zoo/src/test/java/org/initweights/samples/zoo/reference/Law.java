package org.initweights.samples.zoo.reference;

/**
 * How the elements of a tensor are distributed.
 *
 * @param kurtosis the fourth standardised moment, which tells families of distributions apart; not a number for constants
 */
public record Law(double mean, double std, double lower, double upper, double kurtosis, int zeroRow) {

    private static final int NO_ROW = -1;
    private static final double OF_NORMALS = 3;
    private static final double OF_UNIFORMS = 1.8;

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

    boolean isConstant() {
        return std == 0;
    }

    boolean hasZeroRow() {
        return zeroRow != NO_ROW;
    }
}
