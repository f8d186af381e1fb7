package org.initweights.internal.draw.seeded;

/**
 * The quantiles of a normal distribution restricted to an interval of less than 2<sup>-24</sup> standard deviations, as parts of the
 * interval from the bound that is nearer to the mean. Differences of the distribution function would have no digits left there.
 *
 * <p><b>Algorithm.</b> Within such an interval the density falls exponentially, to a relative error below 2<sup>-49</sup>. Its quantile is
 * -log1p(u·expm1(-fall)) / fall. If the mean is not far away the density does not fall at all: with a huge standard deviation this is the
 * uniform distribution.
 *
 * <p><b>Cost.</b> One logarithm of {@link StrictMath} an element.
 *
 * <p><b>Limits.</b> Where the formula changes no value near the mean moves by more than 2<sup>-21</sup> of the interval;
 * {@code NarrowTruncationTest} holds that, and the limits on both sides.
 *
 * @param fall the logarithm of the density at the nearer bound over that at the other one, not negative
 */
record NarrowQuantile(double fall) implements TruncatedQuantile {

    /** In standard deviations. In wider intervals the distribution function still has 2²⁷ values and more. */
    static final double WIDTH = 0x1p-24;

    /** With less, a quantile differs from its argument by less than the last digit. */
    private static final double LEAST_FALL = 0x1p-54;

    @Override
    public void apply(double[] u, double[] out, int count) {
        if (fall < LEAST_FALL) {
            System.arraycopy(u, 0, out, 0, count);
            return;
        }
        double missing = StrictMath.expm1(-fall);
        for (int i = 0; i < count; i++) {
            out[i] = -StrictMath.log1p(u[i] * missing) / fall;
        }
    }
}
