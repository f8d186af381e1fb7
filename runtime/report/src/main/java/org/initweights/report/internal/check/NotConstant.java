package org.initweights.report.internal.check;

import java.util.Optional;
import org.initweights.internal.message.Notation;
import org.initweights.report.Elements;
import org.initweights.report.ParameterReport;
import org.initweights.report.Warning;
import org.initweights.report.WarningKind;

/** A matrix is not all one value; zero is for {@link Initialized} to judge. */
final class NotConstant implements TensorCheck {

    @Override
    public Optional<Warning> check(ParameterReport parameter, Level level) {
        Elements elements = parameter.elements();
        if (!parameter.isMatrix() || !parameter.role().isTrainable() || !elements.isConstant() || elements.min() == 0) {
            return Optional.empty();
        }
        return Warnings.warn(
                WarningKind.CONSTANT_MATRIX,
                parameter,
                "all %,d elements are %s, so its units stay alike",
                elements.count(),
                Notation.measured(elements.min()));
    }
}
