package org.initweights.report.internal.check;

import java.util.Optional;
import org.initweights.Fill;
import org.initweights.internal.message.Notation;
import org.initweights.report.Elements;
import org.initweights.report.ParameterReport;
import org.initweights.report.Warning;
import org.initweights.report.WarningKind;
import org.initweights.report.internal.measure.Rounding;

/** No element is outside the bounds of its fill, as they are when rounded to the type of the elements. */
final class WithinBounds implements TensorCheck {

    @Override
    public Optional<Warning> check(ParameterReport parameter, Level level) {
        if (parameter.fill().isEmpty()) {
            return Optional.empty();
        }
        Fill fill = parameter.fill().get();
        Elements elements = parameter.elements();
        if (elements.min() < fill.lower() - slack(parameter, fill.lower())
                || elements.max() > fill.upper() + slack(parameter, fill.upper())) {
            return Warnings.warn(
                    WarningKind.OUT_OF_BOUNDS,
                    parameter,
                    "elements are between %s and %s, but %s is between %s and %s",
                    Notation.measured(elements.min()),
                    Notation.measured(elements.max()),
                    fill,
                    Notation.number(fill.lower()),
                    Notation.number(fill.upper()));
        }
        return Optional.empty();
    }

    /**
     * Two steps of the elements' type: one since the bound is rounded to it, and one since orthogonal matrices and logarithms are computed with
     * its precision.
     */
    private static double slack(ParameterReport parameter, double bound) {
        return Double.isInfinite(bound) ? 0 : 2 * Rounding.spacing(parameter.dtype(), bound);
    }
}
