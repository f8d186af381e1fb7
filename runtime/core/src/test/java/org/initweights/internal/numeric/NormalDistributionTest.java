package org.initweights.internal.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import org.initweights.testing.Quadrature;
import org.junit.jupiter.api.Test;

class NormalDistributionTest {

    @Test
    void probabilitiesAreTheIntegralsOfTheDensity() {
        for (double x = -8; x <= 8; x += 0.25) {
            double integral = Quadrature.integrate(Quadrature::density, -14, x);
            assertThat(NormalDistribution.probability(x)).isCloseTo(integral, withPercentage(1e-8));
        }
    }

    @Test
    void tailsAreAccurateRelativeToThemselves() {
        for (double x = 3; x <= 60; x += 0.5) {
            double from = x;
            double mills = Quadrature.integrate(t -> Math.exp(-t * (from + t / 2)), 0, 40 / x);
            assertThat(NormalDistribution.millsRatio(x)).isCloseTo(mills, withPercentage(1e-9));
        }
    }

    @Test
    void quantilesInvertProbabilities() {
        for (double x = -36; x <= 8; x += 0.125) {
            double p = NormalDistribution.probability(x);
            assertThat(NormalDistribution.quantile(p)).isCloseTo(x, offset(x > 4 ? 1e-2 : 1e-11 * (1 + Math.abs(x))));
        }
    }
}
