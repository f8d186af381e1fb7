package org.initweights.statistics.battery;

/** What a p-value says. The bounds are those of TestU01. */
public enum Verdict {
    /** Nothing against the hypothesis. */
    PASSED,
    /** Within 10⁻³ of 0 or of 1: one good statistic in 500 is. */
    SUSPECT,
    /** Within 10⁻¹⁰ of 0 or of 1: no good statistic ever is. */
    FAILED;

    static Verdict of(double p) {
        double distance = Math.min(p, 1 - p);
        if (!(distance >= 1e-10)) {
            return FAILED;
        }
        return distance < 1e-3 ? SUSPECT : PASSED;
    }
}
