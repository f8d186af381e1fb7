package org.initweights.report.internal.chart;

import java.util.Optional;
import org.initweights.Fill;
import org.initweights.TensorShape;
import org.initweights.internal.fill.OrthogonalFill;
import org.initweights.report.internal.law.Dependence;
import org.initweights.report.internal.law.ElementDistribution;

/**
 * Between what the singular values of a matrix lie, if it is as expected and large: σ(√n ± √m) if its elements are drawn independently
 * with mean 0 (Marchenko and Pastur, 1967), the gain if it is orthogonal.
 */
record SpectrumEdges(double smallest, double largest) {

    /** A mean so small against the standard deviation is 0 but for rounding. */
    private static final double CENTRED = 1e-12;

    static Optional<SpectrumEdges> of(Fill fill, TensorShape shape) {
        if (fill instanceof OrthogonalFill orthogonal) {
            double gain = Math.abs(orthogonal.gain());
            return Optional.of(new SpectrumEdges(gain, gain));
        }
        ElementDistribution distribution = ElementDistribution.of(fill);
        if (distribution.dependence() != Dependence.INDEPENDENT
                || distribution.fixedShare() > 0
                || Math.abs(fill.mean()) > CENTRED * fill.std()) {
            return Optional.empty();
        }
        double rows = shape.size(0);
        double columns = shape.elements() / rows;
        double larger = Math.sqrt(Math.max(rows, columns));
        double smaller = Math.sqrt(Math.min(rows, columns));
        return Optional.of(new SpectrumEdges(fill.std() * (larger - smaller), fill.std() * (larger + smaller)));
    }
}
