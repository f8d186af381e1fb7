package org.initweights.report.internal.check;

import java.util.Optional;
import org.initweights.Fill;
import org.initweights.internal.message.Notation;
import org.initweights.report.Moments;
import org.initweights.report.ParameterReport;
import org.initweights.report.Warning;
import org.initweights.report.WarningKind;
import org.initweights.report.internal.law.ElementDistribution;
import org.initweights.report.internal.measure.Rounding;
import org.initweights.report.internal.measure.TensorMeasurement;

/** The mean is the expected one, but for chance and rounding. */
final class MeanAsExpected implements TensorCheck {

    @Override
    public Optional<Warning> check(ParameterReport parameter, Level level) {
        Moments moments = parameter.elements().moments();
        if (parameter.fill().filter(ElementDistribution::isTestedByMoments).isEmpty()
                || moments.count() < TensorMeasurement.LEAST_TESTED) {
            return Optional.empty();
        }
        Fill fill = parameter.fill().get();
        ElementDistribution expected = ElementDistribution.of(fill);
        double chance = Math.sqrt(expected.varianceOfElement() * expected.repeats() / moments.count());
        double rounding = 2 * Rounding.relative(parameter.dtype()) * expected.writtenMagnitude();
        if (Math.abs(moments.mean() - fill.mean()) <= level.deviations() * chance + rounding) {
            return Optional.empty();
        }
        return Warnings.warn(
                WarningKind.MEAN_OFF,
                parameter,
                "mean %s is off the expected %s of %s",
                Notation.measured(moments.mean()),
                Notation.number(fill.mean()),
                fill);
    }
}
