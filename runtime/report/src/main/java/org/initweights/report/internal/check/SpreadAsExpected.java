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

/**
 * The mean square about the expected mean is the expected variance, but for chance and rounding. Its distribution is taken to be a
 * chi-square of as many degrees of freedom as give it its variance, whose cube root is nearly normal: Wilson and Hilferty, 1931.
 */
final class SpreadAsExpected implements TensorCheck {

    @Override
    public Optional<Warning> check(ParameterReport parameter, Level level) {
        Moments moments = parameter.elements().moments();
        if (parameter.fill().filter(ElementDistribution::isTestedByMoments).isEmpty()
                || moments.count() < TensorMeasurement.LEAST_TESTED) {
            return Optional.empty();
        }
        Fill fill = parameter.fill().get();
        ElementDistribution expected = ElementDistribution.of(fill);
        double variance = fill.std() * fill.std();
        double offset = moments.mean() - fill.mean();
        double square = moments.std() * moments.std() + offset * offset;
        double rounding = 4
                * Rounding.relative(parameter.dtype())
                * (variance + fill.mean() * fill.mean() + expected.writtenMagnitude() * expected.writtenMagnitude());
        double chance = expected.varianceOfSquare(fill.mean()) * expected.repeats() / moments.count();
        if (Math.abs(square - variance) <= rounding
                || (chance > 0 && Math.abs(deviations(square, variance, chance)) <= level.deviations())) {
            return Optional.empty();
        }
        return Warnings.warn(
                WarningKind.SPREAD_OFF,
                parameter,
                "std %s is off the expected %s of %s",
                Notation.measured(Math.sqrt(square)),
                Notation.number(fill.std()),
                fill);
    }

    private static double deviations(double square, double expected, double variance) {
        double ninth = variance / (expected * expected) / 9;
        return (Math.cbrt(square / expected) - (1 - ninth)) / Math.sqrt(ninth);
    }
}
