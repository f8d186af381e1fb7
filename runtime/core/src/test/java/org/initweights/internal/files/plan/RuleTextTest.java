package org.initweights.internal.files.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
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
                Initializers.zeros().withRows(4, 8, Initializers.ones()))) {
            assertThat(RuleText.read(RuleText.of(rule).orElseThrow())).isEqualTo(rule);
        }
    }

    @Test
    void isOneLineThatPeopleCanRead() {
        assertThat(RuleText.of(Initializers.normal(0, 0.02)))
                .hasValue("{\"type\":\"normal\",\"mean\":0.0,\"std\":0.02}");
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
