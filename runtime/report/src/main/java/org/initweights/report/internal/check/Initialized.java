package org.initweights.report.internal.check;

import java.util.Optional;
import org.initweights.Fill;
import org.initweights.report.ParameterReport;
import org.initweights.report.Warning;
import org.initweights.report.WarningKind;
import org.initweights.report.internal.law.ElementDistribution;

/** Where not only zeros were to be written, there are not only zeros; where nothing is known, no matrix is all zero. */
final class Initialized implements TensorCheck {

    @Override
    public Optional<Warning> check(ParameterReport parameter, Level level) {
        long count = parameter.elements().count();
        if (count == 0 || parameter.elements().zeros() < count || !shouldBeOther(parameter)) {
            return Optional.empty();
        }
        return Warnings.warn(
                WarningKind.NEVER_INITIALIZED,
                parameter,
                "all %,d elements are 0%s",
                count,
                parameter
                        .fill()
                        .map(fill -> ", but should be " + fill + "; was it initialised?")
                        .orElse(", so no gradient tells its units apart"));
    }

    private static boolean shouldBeOther(ParameterReport parameter) {
        Optional<Fill> fill = parameter.fill().filter(ElementDistribution::hasMoments);
        return fill.isPresent()
                ? fill.get().std() != 0 || fill.get().mean() != 0
                : parameter.isMatrix() && parameter.role().isTrainable();
    }
}
