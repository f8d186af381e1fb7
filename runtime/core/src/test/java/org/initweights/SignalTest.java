package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Arrays;
import java.util.Random;
import org.initweights.internal.fill.NormalFill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignalTest {

    private static final TensorShape CONV = TensorShape.of(128, 64, 3, 3);

    private static Signal signal(Initializer initializer, TensorShape shape, Nonlinearity activation) {
        return Signal.of(initializer.resolve(shape), shape.fans(), activation);
    }

    @Test
    void kaimingKeepsTheVarianceInTheDirectionOfItsFan() {
        Signal in = signal(Initializers.kaimingNormal(FanMode.FAN_IN, Nonlinearity.RELU), CONV, Nonlinearity.RELU);
        assertThat(in.forward()).isCloseTo(1, offset(1e-12));
        assertThat(in.backward()).isCloseTo(2, offset(1e-12));
        Signal out = signal(Initializers.kaimingUniform(FanMode.FAN_OUT, Nonlinearity.RELU), CONV, Nonlinearity.RELU);
        assertThat(out.forward()).isCloseTo(0.5, offset(1e-12));
        assertThat(out.backward()).isCloseTo(1, offset(1e-12));
    }

    @ParameterizedTest
    @EnumSource(names = {"LINEAR", "RELU", "GELU", "SILU", "ELU", "SOFTPLUS", "MISH"})
    void theGainOfAnActivationKeepsTheVarianceForward(Nonlinearity activation) {
        Initializer initializer = Initializers.kaimingNormal(FanMode.FAN_IN, activation);
        assertThat(signal(initializer, CONV, activation).forward()).isCloseTo(1, offset(1e-12));
    }

    @Test
    void xavierKeepsTheVarianceOfASquareLinearLayer() {
        Signal signal = signal(Initializers.xavierUniform(), TensorShape.of(300, 300), Nonlinearity.LINEAR);
        assertThat(signal.forward()).isCloseTo(1, offset(1e-12));
        assertThat(signal.backward()).isCloseTo(1, offset(1e-12));
    }

    /** Of their elements neither mean nor deviation alone is what counts. */
    @Test
    void identitiesAndOrthogonalMatricesKeepTheVariance() {
        TensorShape square = TensorShape.of(48, 48);
        assertThat(signal(Initializers.eye(), square, Nonlinearity.LINEAR).forward())
                .isCloseTo(1, offset(1e-12));
        assertThat(signal(Initializers.orthogonal(), square, Nonlinearity.LINEAR)
                        .backward())
                .isCloseTo(1, offset(1e-12));
    }

    @Test
    void aSelfNormalisingNetworkKeepsTheVariance() {
        Signal signal = signal(Initializers.lecunNormal(), TensorShape.of(50, 200), Nonlinearity.SELU);
        assertThat(signal.forward()).isCloseTo(1, offset(1e-9));
    }

    /** One layer, drawn at random many times. */
    @Test
    void theFactorsAreThoseOfALayer() {
        int in = 30;
        int out = 20;
        Nonlinearity f = Nonlinearity.SOFTPLUS;
        Random random = new Random(7);
        double forward = 0;
        double backward = 0;
        int rounds = 3000;
        for (int round = 0; round < rounds; round++) {
            double[] y = new double[out];
            double[] gradient = random.doubles(out, -Math.sqrt(3), Math.sqrt(3)).toArray();
            for (int i = 0; i < in; i++) {
                double z = random.nextGaussian();
                double sum = 0;
                for (int o = 0; o < out; o++) {
                    double w = 0.3 * random.nextGaussian();
                    y[o] += w * f.apply(z);
                    sum += w * gradient[o];
                }
                backward += Math.pow(sum * f.derivative(z), 2) / in;
            }
            forward += Arrays.stream(y).map(v -> v * v).average().orElseThrow();
        }
        Signal signal = Signal.of(new NormalFill(0, 0.3), new Fans(in, out), f);
        assertThat(forward / rounds).isCloseTo(signal.forward(), withPercentage(2));
        assertThat(backward / rounds).isCloseTo(signal.backward(), withPercentage(2));
    }

    @Test
    void factorsOfLayersMultiply() {
        Signal first = new Signal(2, 0.5);
        assertThat(first.then(new Signal(3, 0.1))).isEqualTo(new Signal(6, 0.05));
        assertThat(first.then(first).then(first)).isEqualTo(new Signal(8, 0.125));
    }

    @Test
    void writesFactorsAsPeopleDo() {
        assertThat(new Signal(1, 0.5)).hasToString("forward ×1, backward ×0.5");
        assertThat(Signal.of(new NormalFill(0, 0.02), new Fans(768, 3072), Nonlinearity.GELU))
                .hasToString("forward ×0.1306, backward ×0.5601");
    }
}
