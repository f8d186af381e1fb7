package org.initweights.report;

/**
 * What all elements of a tensor have in common. Moments, {@code min} and {@code max} are those of the finite elements, and NaN if there
 * are none.
 *
 * @param zeros how many are 0
 * @param notANumber how many are NaN
 * @param infinite how many are infinite
 */
public record Elements(Moments moments, double min, double max, long zeros, long notANumber, long infinite) {

    /** How many there are. */
    public long count() {
        return moments.count() + notANumber + infinite;
    }

    /** Whether all are finite and the same, and there is one at all. */
    public boolean isConstant() {
        return count() > 0 && count() == moments.count() && min == max;
    }
}
