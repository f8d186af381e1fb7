package org.initweights.report.internal.check;

import org.initweights.internal.numeric.NormalDistribution;

/** How improbable a measured number must be before there is a warning. */
record Level(double probability) {

    /** Bonferroni's correction: so many tests together give a false alarm with no more than the given probability. */
    static Level of(double falseAlarms, int tests) {
        return new Level(falseAlarms / Math.max(1, tests));
    }

    /** How many standard deviations off, to either side, a normal is with this probability. */
    double deviations() {
        return -NormalDistribution.quantile(probability / 2);
    }
}
