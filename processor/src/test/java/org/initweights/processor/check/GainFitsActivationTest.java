package org.initweights.processor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.FanMode.FAN_IN;
import static org.initweights.Initializers.kaimingNormal;
import static org.initweights.Initializers.kaimingUniform;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.orthogonal;
import static org.initweights.Initializers.varianceScaling;
import static org.initweights.Initializers.xavierNormal;
import static org.initweights.Initializers.xavierUniform;
import static org.initweights.Nonlinearity.GELU;
import static org.initweights.Nonlinearity.LEAKY_RELU;
import static org.initweights.Nonlinearity.LINEAR;
import static org.initweights.Nonlinearity.RELU;
import static org.initweights.Nonlinearity.SELU;
import static org.initweights.Nonlinearity.SIGMOID;
import static org.initweights.Nonlinearity.SILU;
import static org.initweights.Nonlinearity.TANH;
import static org.initweights.processor.given.Reported.warning;

import java.util.List;
import org.initweights.Distribution;
import org.initweights.Initializer;
import org.initweights.Nonlinearity;
import org.initweights.processor.given.GivenModel;
import org.initweights.processor.given.GivenParameter;
import org.initweights.processor.given.Reported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gain of an initializer is near that of the declared activation. */
class GainFitsActivationTest {

    private final GivenModel net = new GivenModel("Net");
    private final GivenParameter parameter = net.parameter("w").shape(3, 3);

    @Test
    void warnsOfAGainThatLetsTheSignalShrink() {
        assertThat(findings(xavierUniform(), RELU))
                .containsExactly(warning(
                        "w.initializer",
                        "w: @Given has gain 1, but the activation is RELU, whose gain is √2; the signal would shrink from"
                                + " layer to layer [ActivationGain]"));
    }

    @Test
    void warnsOfAGainThatLetsTheSignalGrowWhereItWasGiven() {
        parameter.init("@Given", xavierUniform(3)).after(GELU).arguments("gain", "nonlinearity");
        assertThat(net.findings(new GainFitsActivation()))
                .containsExactly(warning(
                        "w.initializer.gain",
                        "w: @Given has gain 3, but the activation is GELU, whose gain is 1.534; the signal would grow from"
                                + " layer to layer [ActivationGain]"));
    }

    @Test
    void pointsAtTheNonlinearityThatTheGainComesFrom() {
        parameter.init("@Given", xavierNormal(LINEAR)).after(RELU).arguments("nonlinearity");
        assertThat(net.findings(new GainFitsActivation()))
                .extracting(Reported::place)
                .containsExactly("w.initializer.nonlinearity");
    }

    @ParameterizedTest
    @CsvSource({
        "LINEAR, 0.8",
        "LINEAR, 1.25",
        "RELU, 1.14",
        "RELU, 1.76",
        "TANH, 1.6666666666666667",
        "TANH, 1",
        "TANH, 0.8",
        "SIGMOID, 1.25",
        "SELU, 0.65",
        "SELU, 1.2",
    })
    void acceptsAQuarterMoreOrLessOfPyTorchsGainOrTheExactOne(Nonlinearity activation, double gain) {
        assertThat(findings(xavierNormal(gain), activation)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "LINEAR, 0.79",
        "LINEAR, 1.26",
        "RELU, 1",
        "RELU, 1.78",
        "TANH, 0.79",
        "TANH, 2.1",
        "SELU, 0.59",
        "SELU, 1.26",
    })
    void warnsBeyond(Nonlinearity activation, double gain) {
        assertThat(findings(xavierNormal(gain), activation)).hasSize(1);
    }

    @Test
    void knowsTheGainOfEachRuleThatScalesByAFan() {
        assertThat(findings(kaimingNormal(2, FAN_IN, LEAKY_RELU), RELU))
                .singleElement()
                .satisfies(warned -> assertThat(warned.message()).contains("has gain 0.6325,"));
        assertThat(findings(kaimingNormal(FAN_IN, RELU), SILU)).isEmpty();
        assertThat(findings(orthogonal(4), RELU))
                .singleElement()
                .satisfies(warned -> assertThat(warned.message()).contains("has gain 4,"));
        assertThat(findings(orthogonal(1.5), RELU)).isEmpty();
        assertThat(findings(varianceScaling(9, FAN_IN, Distribution.NORMAL), RELU))
                .singleElement()
                .satisfies(warned -> assertThat(warned.message()).contains("has gain 3,"));
        assertThat(findings(varianceScaling(2, FAN_IN, Distribution.NORMAL), RELU))
                .isEmpty();
    }

    @Test
    void saysNothingOfRulesWithoutGainNorWithoutActivation() {
        assertThat(findings(normal(0, 100), RELU)).isEmpty();
        net.parameter("v").shape(3, 3).init("@Xavier", xavierNormal(100));
        net.parameter("u").shape(3, 3).unknown("@InitWith(Own.class)").after(RELU);
        assertThat(net.findings(new GainFitsActivation())).isEmpty();
    }

    @Test
    void warnsOfKaimingWithAFunctionThatSaturates() {
        parameter.init("@Given", kaimingUniform(FAN_IN, TANH)).arguments("nonlinearity");
        assertThat(net.findings(new GainFitsActivation()))
                .containsExactly(warning(
                        "w.initializer.nonlinearity",
                        "w: Kaiming's rule is derived for rectifiers, and TANH saturates; use @XavierNormal(nonlinearity ="
                                + " TANH) [SaturatingKaiming]"));
    }

    @Test
    void warnsOfKaimingAfterAnActivationThatSaturates() {
        assertThat(findings(kaimingUniform(), SIGMOID))
                .containsExactly(warning(
                        "w.initializer",
                        "w: Kaiming's rule is derived for rectifiers, and SIGMOID saturates; use @XavierNormal(nonlinearity"
                                + " = SIGMOID) [SaturatingKaiming]"));
    }

    @Test
    void acceptsSeluByEitherOfItsGains() {
        assertThat(findings(xavierNormal(0.75), SELU)).isEmpty();
        assertThat(findings(xavierNormal(1), SELU)).isEmpty();
    }

    private List<Reported> findings(Initializer rule, Nonlinearity activation) {
        parameter.init("@Given", rule).after(activation);
        return net.findings(new GainFitsActivation());
    }
}
