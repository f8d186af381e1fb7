package org.initweights.internal.fill;

/**
 * Mean and standard deviation of the standard normal distribution restricted to an interval, by Simpson's rule. The
 * integrand is taken relative to its largest value, so that nothing underflows however far the interval is from 0.
 *
 * @param offset how far the mean is from the mode, which is the number of the interval that is nearest to 0
 */
record TruncatedMoments(double offset, double std) {

    private static final int STEPS = 4096;

    /** Where the density has fallen to e^-40 of its largest value. */
    private static final double CUT = 80;

    /** The moments on {@code [lower, upper]}, {@code lower < upper}. */
    static TruncatedMoments of(double lower, double upper) {
        double mode = Math.max(lower, Math.min(upper, 0));
        double reach = CUT / (Math.abs(mode) + Math.sqrt(mode * mode + CUT));
        double from = Math.max(lower - mode, -reach);
        double step = (Math.min(upper - mode, reach) - from) / STEPS;
        // A power of two changes no digit, and without it the squares of a narrow interval would underflow.
        double scale = Math.scalb(1.0, -Math.getExponent(step));
        double mass = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i <= STEPS; i++) {
            double t = from + i * step;
            double simpson = i == 0 || i == STEPS ? 1 : 2 + 2 * (i % 2);
            double weight = simpson * StrictMath.exp(-t * (0.5 * t + mode));
            mass += weight;
            first += weight * (t * scale);
            second += weight * (t * scale) * (t * scale);
        }
        double offset = first / mass;
        return new TruncatedMoments(offset / scale, Math.sqrt(Math.max(0, second / mass - offset * offset)) / scale);
    }
}
