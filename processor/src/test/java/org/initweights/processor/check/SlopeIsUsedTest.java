package org.initweights.processor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.FanMode.FAN_IN;
import static org.initweights.Initializers.kaimingNormal;
import static org.initweights.Initializers.xavierNormal;
import static org.initweights.processor.given.Reported.warning;

import java.util.List;
import org.initweights.Initializer;
import org.initweights.Nonlinearity;
import org.initweights.processor.given.GivenModel;
import org.initweights.processor.given.Reported;
import org.junit.jupiter.api.Test;

/** A slope is given only to a leaky ReLU. */
class SlopeIsUsedTest {

    @Test
    void acceptsTheSlopeOfALeakyReluAndNoSlopeElsewhere() {
        assertThat(findings(kaimingNormal(0.2, FAN_IN, Nonlinearity.LEAKY_RELU)))
                .isEmpty();
        assertThat(findings(kaimingNormal(0, FAN_IN, Nonlinearity.RELU))).isEmpty();
        assertThat(findings(xavierNormal())).isEmpty();
    }

    @Test
    void warnsOfASlopeThatNothingUses() {
        assertThat(findings(kaimingNormal(0.2, FAN_IN, Nonlinearity.RELU)))
                .containsExactly(warning(
                        "w.initializer.a",
                        "w: a is the slope of a leaky ReLU, and RELU ignores it; remove a, or use nonlinearity = LEAKY_RELU"
                                + " [UnusedSlope]"));
    }

    @Test
    void looksIntoRules() {
        GivenModel net = new GivenModel("Net");
        net.rule("@Ruled", kaimingNormal(0.2, FAN_IN, Nonlinearity.RELU), "a.weight");
        assertThat(net.findings(new SlopeIsUsed()))
                .singleElement()
                .satisfies(warned -> assertThat(warned.message())
                        .startsWith("@Ruled: a is the slope of a leaky ReLU")
                        .endsWith("[UnusedSlope]"));
    }

    private static List<Reported> findings(Initializer rule) {
        GivenModel net = new GivenModel("Net");
        net.parameter("w").shape(3, 3).init("@KaimingNormal(…)", rule).arguments("a");
        return net.findings(new SlopeIsUsed());
    }
}
