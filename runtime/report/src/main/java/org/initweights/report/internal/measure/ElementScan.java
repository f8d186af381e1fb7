package org.initweights.report.internal.measure;

import org.initweights.report.Elements;

/** Looks at every element of a tensor once, chunk by chunk. */
final class ElementScan {

    private MomentSums sums = MomentSums.NONE;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private long zeros;
    private long notANumber;
    private long infinite;

    /** Adds the first {@code count} values; those that are not finite are taken out of the array. */
    void add(double[] values, int count) {
        int finite = 0;
        for (int i = 0; i < count; i++) {
            double value = values[i];
            if (Math.abs(value) <= Double.MAX_VALUE) {
                values[finite++] = value;
                min = Math.min(min, value);
                max = Math.max(max, value);
                zeros += value == 0 ? 1 : 0;
            } else if (Double.isNaN(value)) {
                notANumber++;
            } else {
                infinite++;
            }
        }
        sums = sums.with(MomentSums.of(values, finite));
    }

    Elements elements() {
        return sums.count() == 0
                ? new Elements(sums.moments(), Double.NaN, Double.NaN, zeros, notANumber, infinite)
                : new Elements(sums.moments(), min, max, zeros, notANumber, infinite);
    }
}
