package org.initweights.internal.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import org.initweights.TensorShape;
import org.initweights.internal.message.Notation;
import org.initweights.testing.Quadrature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FillTest {

    @ParameterizedTest
    @CsvSource({"-2, 2", "0.5, 3", "-1, 10", "2, 2.5", "-6, -5", "10, 10.5", "30, 31", "-0.001, 0.001"})
    void momentsOfTruncatedNormalsAreTheIntegrals(double a, double b) {
        double mode = Math.max(a, Math.min(b, 0));
        double mass = Quadrature.integrate(x -> Math.exp(-(x - mode) * (x + mode) / 2), a, b);
        double mean = Quadrature.integrate(x -> x * Math.exp(-(x - mode) * (x + mode) / 2), a, b) / mass;
        double variance =
                Quadrature.integrate(x -> (x - mean) * (x - mean) * Math.exp(-(x - mode) * (x + mode) / 2), a, b)
                        / mass;
        TruncatedNormalFill fill = new TruncatedNormalFill(0, 1, a, b);
        assertThat(fill.mean()).isCloseTo(mean, offset(1e-9));
        assertThat(fill.std()).isCloseTo(Math.sqrt(variance), withPercentage(1e-6));
    }

    @Test
    void theStandardDeviationCutAtTwoIsTheKnownOne() {
        assertThat(new TruncatedNormalFill(1, 0.02, 0.96, 1.04).std())
                .isCloseTo(0.02 * .87962566103423978, withPercentage(1e-9));
        assertThat(new TruncatedNormalFill(0, 1, 0, Double.POSITIVE_INFINITY).mean())
                .isCloseTo(Math.sqrt(2 / Math.PI), withPercentage(1e-9));
    }

    @Test
    void writesDistributionsAsPeopleDo() {
        assertThat(new NormalFill(0, 0.02)).hasToString("N(0, 0.02²)");
        assertThat(new UniformFill(-0.5, 0.5)).hasToString("U(±0.5)");
        assertThat(new UniformFill(0, 1)).hasToString("U[0, 1)");
        assertThat(new TruncatedNormalFill(0, 1, -2, Double.POSITIVE_INFINITY)).hasToString("N(0, 1²) on [-2, ∞]");
        assertThat(Notation.number(1e-6)).isEqualTo("1e-6");
        assertThat(Notation.number(-1.25e-7)).isEqualTo("-1.25e-7");
        assertThat(Notation.number(0.02525381361380527)).isEqualTo("0.02525");
        assertThat(Notation.number(123456)).isEqualTo("123456");
    }

    @Test
    void momentsOfIdentitiesAreThoseOfTheirElements() {
        assertThat(new EyeFill(4, 4).mean()).isEqualTo(0.25);
        assertThat(new EyeFill(0, 0).mean()).isFinite();
        DiracFill dirac = new DiracFill(TensorShape.of(8, 2, 3), 4);
        assertThat(dirac.mean()).isEqualTo(8.0 / 48);
        assertThat(new SparseFill(10, 3, 5, 0.01).std()).isCloseTo(0.01 * Math.sqrt(0.5), withPercentage(1e-12));
    }

    /** Over the logarithm of the step, which is uniform; what is below the floor counts as the floor. */
    @ParameterizedTest
    @CsvSource({"0.001, 0.1, 0.0001", "0.001, 0.1, 0.01", "0.5, 20, 1", "0.001, 0.1, 0.001"})
    void momentsOfInverseSoftplusAreTheIntegrals(double low, double high, double floor) {
        double from = Math.log(Math.max(low, floor));
        double width = Math.log(high / low);
        double below = (from - Math.log(low)) / width;
        double least = Math.log(Math.expm1(Math.max(low, floor)));
        double mean = below * least
                + Quadrature.integrate(t -> Math.log(Math.expm1(Math.exp(t))), from, Math.log(high)) / width;
        double variance = below * (least - mean) * (least - mean)
                + Quadrature.integrate(t -> Math.pow(Math.log(Math.expm1(Math.exp(t))) - mean, 2), from, Math.log(high))
                        / width;
        InverseSoftplusFill fill = new InverseSoftplusFill(low, high, floor);
        assertThat(fill.mean()).isCloseTo(mean, offset(1e-9));
        assertThat(fill.std()).isCloseTo(Math.sqrt(variance), withPercentage(1e-7));
        assertThat(fill.lower()).isCloseTo(least, offset(1e-12));
        assertThat(fill.upper()).isCloseTo(Math.log(Math.expm1(high)), offset(1e-12));
    }

    @Test
    void inverseSoftplusMayBeConstant() {
        double one = Math.log(Math.expm1(1));
        for (InverseSoftplusFill fill : new InverseSoftplusFill[] {
            new InverseSoftplusFill(1, 1, 0.5),
            new InverseSoftplusFill(0.1, 0.1, 1),
            new InverseSoftplusFill(0.1, 0.2, 1)
        }) {
            assertThat(fill.mean()).isCloseTo(one, offset(1e-12));
            assertThat(fill.std()).isCloseTo(0, offset(1e-12));
        }
    }

    @Test
    void writesStructuresInWords() {
        assertThat(new RepeatedFill(new NormalFill(0, 0.02), 16, 27, 4))
                .hasToString("N(0, 0.02²), each of 16 rows 4 times");
        assertThat(new BilinearFill(TensorShape.of(21, 21, 4, 4))).hasToString("bilinear interpolation");
        assertThat(new BilinearFill(TensorShape.of(21, 1, 4, 4).withGroups(21)))
                .hasToString("bilinear interpolation in 21 groups");
        assertThat(new LogRangeFill(16)).hasToString("log 1 … log 16");
        assertThat(new HippoLegsFill(16)).hasToString("HiPPO-LegS");
        assertThat(new InverseSoftplusFill(0.001, 0.1, 1e-4)).hasToString("softplus⁻¹ of log-U[0.001, 0.1)");
        assertThat(new InverseSoftplusFill(0.001, 0.1, 0.01))
                .hasToString("softplus⁻¹ of log-U[0.001, 0.1), no less than 0.01");
    }
}
