package org.initweights.report.internal.check;

import java.util.Optional;
import org.initweights.report.Elements;
import org.initweights.report.ParameterReport;
import org.initweights.report.Warning;
import org.initweights.report.WarningKind;

/** No element is NaN or infinite. */
final class AllFinite implements TensorCheck {

    @Override
    public Optional<Warning> check(ParameterReport parameter, Level level) {
        Elements elements = parameter.elements();
        if (elements.notANumber() == 0 && elements.infinite() == 0) {
            return Optional.empty();
        }
        return Warnings.warn(
                WarningKind.NOT_FINITE,
                parameter,
                "of %,d elements %,d are NaN and %,d infinite",
                elements.count(),
                elements.notANumber(),
                elements.infinite());
    }
}
