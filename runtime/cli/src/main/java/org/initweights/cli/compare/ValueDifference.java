package org.initweights.cli.compare;

/**
 * How the elements of two tensors differ.
 *
 * @param elements how many each of them has
 * @param differing how many differ by more than the tolerance
 * @param maxDifference by how much elements differ at most; NaN if only one of a pair is NaN
 */
public record ValueDifference(long elements, long differing, double maxDifference) {

    static ValueDifference none(long elements) {
        return new ValueDifference(elements, 0, 0);
    }

    /** This difference with further elements of the same tensors. NaN is the same as NaN. */
    ValueDifference with(double[] a, double[] b, double tolerance) {
        long differ = differing;
        double most = maxDifference;
        for (int i = 0; i < a.length; i++) {
            if (a[i] != b[i] && !(Double.isNaN(a[i]) && Double.isNaN(b[i]))) {
                double distance = Math.abs(a[i] - b[i]);
                differ += distance <= tolerance ? 0 : 1;
                most = Math.max(most, distance);
            }
        }
        return new ValueDifference(elements, differ, most);
    }
}
