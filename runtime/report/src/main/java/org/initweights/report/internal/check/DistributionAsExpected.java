package org.initweights.report.internal.check;

import java.util.Optional;
import org.initweights.internal.message.Notation;
import org.initweights.report.Fit;
import org.initweights.report.ParameterReport;
import org.initweights.report.Warning;
import org.initweights.report.WarningKind;

/** The sample fits the expected distribution. */
final class DistributionAsExpected implements TensorCheck {

    @Override
    public Optional<Warning> check(ParameterReport parameter, Level level) {
        Optional<Fit> unlikely = parameter.fit().filter(fit -> fit.pValue() < level.probability());
        return unlikely.flatMap(fit -> Warnings.warn(
                WarningKind.DISTRIBUTION_OFF,
                parameter,
                "its elements are not distributed as %s: Kolmogorov-Smirnov distance %s of a sample of %,d, p = %s",
                parameter.fill().orElseThrow(),
                Notation.measured(fit.distance()),
                fit.sampled(),
                Notation.measured(fit.pValue())));
    }
}
