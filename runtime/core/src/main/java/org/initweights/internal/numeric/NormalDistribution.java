package org.initweights.internal.numeric;

/**
 * The standard normal distribution: probabilities and quantiles, accurate relative to themselves also far below 0.
 *
 * <p><b>Algorithms.</b>
 *
 * <ul>
 *   <li>{@link #probability}: Marsaglia, <i>Evaluating the normal distribution</i>, 2004, a series from 0, up to 3 from the mean. Beyond
 *       that the density times {@link #millsRatio}, where the series would lose the tail's digits.
 *   <li>{@link #millsRatio}: Laplace's continued fraction, from the last term back. 8 + 1080 / x² terms: 128 at 3, 8 from 33 on.
 *   <li>{@link #quantile}: Wichura, <i>Algorithm AS 241: the percentage points of the normal distribution</i>, Applied Statistics 37,
 *       1988, the routine PPND16: three rational functions of degree 7.
 * </ul>
 *
 * <p><b>Cost.</b> A quantile within 0.425 of the middle is 15 multiplications and additions each and one division; beyond that a logarithm
 * and a root come on top.
 *
 * <p><b>Limits.</b> {@link #probability} is 0 below -39. Above 0 it is accurate to an ulp of 1 only, so take the other tail. Quantiles
 * have 16 digits; those of probabilities near 1 lose what 1 - p loses. Those of 0 and 1 are no numbers.
 *
 * <p><b>Changes against the originals.</b>
 *
 * <ul>
 *   <li>Logarithm and exponential are {@link StrictMath}'s, so that the bits are the same on every machine.
 *   <li>AS 241 has a return code for probabilities outside of (0, 1); callers here pass none.
 *   <li>{@link #quantiles} computes the central function for all numbers, and what is wrong outside of it again.
 * </ul>
 *
 * <p>{@code NormalDistributionTest} holds probabilities against integrals of the density, and quantiles against probabilities.
 */
public final class NormalDistribution {

    private static final double DENSITY_AT_ZERO = 1 / Math.sqrt(2 * Math.PI);
    private static final int FRACTION_TERMS = 120;

    /** Quantiles of probabilities that are so far at most from 1/2 need no logarithm. */
    private static final double CENTRAL = 0.425;

    private NormalDistribution() {}

    /** The probability of a value up to {@code x}; 0 below -39, NaN of NaN. */
    public static double probability(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        if (x < -3) {
            return x < -39 ? 0 : density(x) * millsRatio(-x);
        }
        if (x > 3) {
            return 1 - probability(-x);
        }
        double term = x;
        double sum = x;
        double previous = Double.NaN;
        for (int i = 3; sum != previous; i += 2) {
            previous = sum;
            term *= x * x / i;
            sum += term;
        }
        return 0.5 + sum * density(x);
    }

    /** The density at {@code x}. */
    public static double density(double x) {
        return DENSITY_AT_ZERO * StrictMath.exp(-0.5 * x * x);
    }

    /**
     * The probability beyond {@code x} over the density there, Mills' ratio: about 1/x. It needs no exponential, and so it is still there
     * where the probability itself is 0.
     *
     * @param x 3 or more; infinity gives 0
     */
    public static double millsRatio(double x) {
        if (Double.isInfinite(x)) {
            return 0;
        }
        double fraction = x;
        for (int n = (int) (FRACTION_TERMS * 9 / (x * x)) + 8; n > 0; n--) {
            fraction = x + n / fraction;
        }
        return 1 / fraction;
    }

    /**
     * The value below which a fraction {@code p} of the distribution lies, to 16 digits.
     *
     * @param p between 0 and 1, both excluded
     */
    public static double quantile(double p) {
        double q = p - 0.5;
        if (Math.abs(q) <= CENTRAL) {
            return central(q);
        }
        double r = Math.sqrt(-StrictMath.log(q < 0 ? p : 1 - p));
        double tail = r <= 5 ? middle(r - 1.6) : far(r - 5);
        return q < 0 ? -tail : tail;
    }

    /**
     * Puts the quantiles at {@code below + mass · u} of the first {@code count} numbers u to {@code out}. HotSpot vectorises the loop over
     * those in the middle, of one length whatever {@code count} is; the tails are computed one by one.
     */
    public static void quantiles(double[] u, double below, double mass, double[] out, int count) {
        central(u, below, mass, out);
        for (int i = 0; i < count; i++) {
            double p = below + mass * u[i];
            if (Math.abs(p - 0.5) > CENTRAL) {
                out[i] = quantile(p);
            }
        }
    }

    private static void central(double[] u, double below, double mass, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = central(below + mass * u[i] - 0.5);
        }
    }

    /** AS 241 for |q| up to 0.425, q the distance of the probability from 1/2. */
    private static double central(double q) {
        double r = 0.180625 - q * q;
        double numerator = 2.5090809287301226727e3;
        numerator = numerator * r + 3.3430575583588128105e4;
        numerator = numerator * r + 6.7265770927008700853e4;
        numerator = numerator * r + 4.5921953931549871457e4;
        numerator = numerator * r + 1.3731693765509461125e4;
        numerator = numerator * r + 1.9715909503065514427e3;
        numerator = numerator * r + 1.3314166789178437745e2;
        numerator = numerator * r + 3.3871328727963666080e0;
        double denominator = 5.2264952788528545610e3;
        denominator = denominator * r + 2.8729085735721942674e4;
        denominator = denominator * r + 3.9307895800092710610e4;
        denominator = denominator * r + 2.1213794301586595867e4;
        denominator = denominator * r + 5.3941960214247511077e3;
        denominator = denominator * r + 6.8718700749205790830e2;
        denominator = denominator * r + 4.2313330701600911252e1;
        return q * numerator / (denominator * r + 1);
    }

    /** AS 241 for r = √(-log p) from 1.6 to 5, less 1.6; up to about 6.7σ. */
    private static double middle(double r) {
        double numerator = 7.74545014278341407640e-4;
        numerator = numerator * r + 2.27238449892691845833e-2;
        numerator = numerator * r + 2.41780725177450611770e-1;
        numerator = numerator * r + 1.27045825245236838258e0;
        numerator = numerator * r + 3.64784832476320460504e0;
        numerator = numerator * r + 5.76949722146069140550e0;
        numerator = numerator * r + 4.63033784615654529590e0;
        numerator = numerator * r + 1.42343711074968357734e0;
        double denominator = 1.05075007164441684324e-9;
        denominator = denominator * r + 5.47593808499534494600e-4;
        denominator = denominator * r + 1.51986665636164571966e-2;
        denominator = denominator * r + 1.48103976427480074590e-1;
        denominator = denominator * r + 6.89767334985100004550e-1;
        denominator = denominator * r + 1.67638483018380384940e0;
        denominator = denominator * r + 2.05319162663775882187e0;
        return numerator / (denominator * r + 1);
    }

    /** AS 241 for r = √(-log p) above 5, less 5. */
    private static double far(double r) {
        double numerator = 2.01033439929228813265e-7;
        numerator = numerator * r + 2.71155556874348757815e-5;
        numerator = numerator * r + 1.24266094738807843860e-3;
        numerator = numerator * r + 2.65321895265761230930e-2;
        numerator = numerator * r + 2.96560571828504891230e-1;
        numerator = numerator * r + 1.78482653991729133580e0;
        numerator = numerator * r + 5.46378491116411436990e0;
        numerator = numerator * r + 6.65790464350110377720e0;
        double denominator = 2.04426310338993978564e-15;
        denominator = denominator * r + 1.42151175831644588870e-7;
        denominator = denominator * r + 1.84631831751005468180e-5;
        denominator = denominator * r + 7.86869131145613259100e-4;
        denominator = denominator * r + 1.48753612908506148525e-2;
        denominator = denominator * r + 1.36929880922735805310e-1;
        denominator = denominator * r + 5.99832206555887937690e-1;
        return numerator / (denominator * r + 1);
    }
}
