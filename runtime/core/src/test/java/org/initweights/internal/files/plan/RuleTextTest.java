package org.initweights.internal.files.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.initweights.AxisSlice;
import org.initweights.FanMode;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.Layer;
import org.initweights.Nonlinearity;
import org.initweights.TensorShape;
import org.junit.jupiter.api.Test;

class RuleTextTest {

    @Test
    void readsWhatItWroteToTheBit() {
        for (Initializer rule : List.of(
                Initializers.normal(0.1, 1e-300),
                Initializers.truncNormal(0, 0.02, Double.NEGATIVE_INFINITY, 0.04),
                Initializers.kaimingUniform(Math.sqrt(5), FanMode.FAN_OUT, Nonlinearity.LEAKY_RELU),
                Initializers.torchDefault(Layer.LINEAR, TensorShape.of(3, 4)),
                Initializers.zeros().withSlice(AxisSlice.of(1, 4, 8).withStep(3), Initializers.ones()),
                Initializers.zeros().withSlice(AxisSlice.of(0, 4, 8).withEvery(12), Initializers.ones()),
                Initializers.zeros().withRows(4, 8, Initializers.ones()))) {
            assertThat(RuleText.read(RuleText.of(rule).orElseThrow())).isEqualTo(rule);
        }
    }

    @Test
    void isOneLineThatPeopleCanRead() {
        assertThat(RuleText.of(Initializers.normal(0, 0.02)))
                .hasValue("{\"type\":\"normal\",\"mean\":0.0,\"std\":0.02}");
    }

    /** A slice of rows is written as it was before there were others. */
    @Test
    void saysOfASliceWhatIsUnusual() {
        assertThat(RuleText.of(Initializers.zeros().withRows(4, 8, Initializers.ones())))
                .hasValue("{\"type\":\"sliced\",\"base\":{\"type\":\"constant\",\"value\":0.0},\"slices\":[{\"from\":4,"
                        + "\"to\":8,\"initializer\":{\"type\":\"constant\",\"value\":1.0}}]}");
        assertThat(RuleText.of(
                        Initializers.zeros().withSlice(AxisSlice.of(1, 4, 8).withStep(3), Initializers.ones())))
                .hasValueSatisfying(
                        text -> assertThat(text).contains("\"from\":4,\"to\":8,\"axis\":1,\"step\":3,\"initializer\""));
    }

    @Test
    void hasNoTextForCodeOfUsers() {
        Initializer own = shape -> Initializers.ones().resolve(shape);

        assertThat(RuleText.of(own)).isEmpty();
        assertThat(RuleText.of(Initializers.zeros().withRows(0, 1, own))).isEmpty();
    }

    @Test
    void refusesTextOfNoRule() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleText.read("{\"type\":\"magic\"}"))
                .withMessageContaining("magic");
        assertThatIllegalArgumentException().isThrownBy(() -> RuleText.read("normal"));
    }
}
