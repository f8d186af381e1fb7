package org.initweights.internal.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivationFunctionTest {

    /** f(−3/2), f(7/10), f'(−3/2), f'(7/10), E[f(z)²] and E[f'(z)²], of NumPy: the means by Simpson's rule on each half-line. */
    @ParameterizedTest
    @CsvSource({
        "ELU, -0.7768698398515702, 0.7, 0.22313016014842982, 1.0, 0.6449454174929239, 0.6681020012231702",
        "SELU, -1.3658143533672527, 0.7354906911488363, 0.3922849874801241, 1.0507009873554805, 1.0, 1.071574992455798",
        "GELU, -0.10021080190328713, 0.5306254434438489, -0.12746919222997954, 0.9766141011336599, 0.42522148257029874, 0.45585086564928706",
        "MISH, -0.29809974216680674, 0.5611483776438518, -0.06409781589225869, 0.9687948682001859, 0.45234219237588286, 0.47908375837396966",
        "SIGMOID, 0.18242552380635635, 0.6681877721681662, 0.14914645207033286, 0.22171287329310907, 0.29337903585809283, 0.044836241350194345",
        "SILU, -0.2736382857095345, 0.46773144051771626, -0.041294154299142946, 0.8233867834733425, 0.3557755198173522, 0.37948235163282923",
        "SOFTPLUS, 0.2014132779827524, 1.103186048885458, 0.18242552380635635, 0.6681877721681662, 0.9212459088593004, 0.29337903585809283",
        "TANH, -0.9051482536448665, 0.6043677771171634, 0.18070663892364836, 0.6347395899824587, 0.39429449039784126, 0.46440290244826776",
        "RELU, 0, 0.7, 0.0, 1.0, 0.5, 0.5",
        "LEAKY, -0.3, 0.7, 0.2, 1.0, 0.52, 0.52",
        "IDENTITY, -1.5, 0.7, 1, 1, 1, 1"
    })
    void hasItsValuesSlopesAndMoments(
            String name,
            double below,
            double above,
            double slopeBelow,
            double slopeAbove,
            double moment,
            double slopes) {
        ActivationFunction f = named(name);

        assertThat(f.function().applyAsDouble(-1.5)).isCloseTo(below, offset(1e-15));
        assertThat(f.function().applyAsDouble(0.7)).isCloseTo(above, offset(1e-15));
        assertThat(f.derivative().applyAsDouble(-1.5)).isCloseTo(slopeBelow, offset(1e-15));
        assertThat(f.derivative().applyAsDouble(0.7)).isCloseTo(slopeAbove, offset(1e-15));
        assertThat(f.secondMoment()).isCloseTo(moment, offset(1e-10));
        assertThat(f.derivativeSecondMoment()).isCloseTo(slopes, offset(1e-10));
    }

    private static ActivationFunction named(String name) {
        return switch (name) {
            case "ELU" -> ExponentialLinear.ELU;
            case "SELU" -> ExponentialLinear.SELU;
            case "GELU" -> Gelu.GELU;
            case "MISH" -> Mish.MISH;
            case "SIGMOID" -> Sigmoid.SIGMOID;
            case "SILU" -> Silu.SILU;
            case "SOFTPLUS" -> Softplus.SOFTPLUS;
            case "TANH" -> Tanh.TANH;
            case "RELU" -> Relu.RELU;
            case "LEAKY" -> Relu.leaky(0.2);
            default -> Identity.IDENTITY;
        };
    }

    /** PyTorch's backward passes give that of the left side at 0. */
    @Test
    void aKinkHasTheSlopeFromTheLeft() {
        assertThat(Relu.RELU.derivative().applyAsDouble(0)).isZero();
        assertThat(Relu.leaky(0.2).derivative().applyAsDouble(0)).isEqualTo(0.2);
        assertThat(ExponentialLinear.SELU.derivative().applyAsDouble(0))
                .isEqualTo(1.6732632423543772848 * 1.0507009873554804934);
    }

    /** The moments of the normal distribution itself, and a jump and a kink at 0. */
    @Test
    void meansAreThoseOfTheNormalDistribution() {
        assertThat(GaussianMean.ofSquare(z -> 1)).isCloseTo(1, offset(1e-12));
        assertThat(GaussianMean.ofSquare(z -> z)).isCloseTo(1, offset(1e-11));
        assertThat(GaussianMean.ofSquare(z -> z * z)).isCloseTo(3, offset(1e-10));
        assertThat(GaussianMean.ofSquare(z -> z > 0 ? 2 : 1)).isCloseTo(2.5, offset(1e-12));
        assertThat(GaussianMean.ofSquare(z -> Math.sqrt(Math.abs(z)))).isCloseTo(Math.sqrt(2 / Math.PI), offset(1e-10));
    }
}
