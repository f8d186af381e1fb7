package org.initweights.processor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.normal;
import static org.initweights.processor.given.Reported.warning;

import java.util.List;
import org.initweights.processor.given.GivenModel;
import org.initweights.processor.given.Reported;
import org.junit.jupiter.api.Test;

/** A layer multiplies the variance by fan · std², which for all layers together stays within the bounds. */
class PathKeepsSignalTest {

    private final GivenModel net = new GivenModel("Net");

    @Test
    void acceptsAFactorOnTheBounds() {
        // 8 · 0.25 = 2 forward, 4 · 0.25 = 1 backward.
        net.parameter("a").shape(4, 8).init("@Normal(std = 0.5)", normal(0, 0.5));
        net.sequence(1, 2, "a");
        assertThat(findings()).isEmpty();
    }

    @Test
    void warnsOfASignalThatExplodes() {
        net.parameter("a").shape(4, 8).init("@Normal(std = 0.5)", normal(0, 0.5));
        net.parameter("b").shape(4, 4).init("@Normal(std = 1)", normal(0, 1));
        net.sequence(0.5, 7.5, "a", "b");
        assertThat(findings())
                .containsExactly(warning(
                        "signalPath",
                        "a → b: the variance of the activations is multiplied by 8 (forward), so they explode; scale each"
                                + " layer by its fan and the gain of its activation, as @KaimingNormal and @XavierNormal do"
                                + " [Signal]"));
    }

    @Test
    void warnsOfASignalThatVanishes() {
        net.parameter("a").shape(4, 16).init("@Normal(std = 0.25)", normal(0, 0.25));
        net.sequence(0.5, 2, "a");
        assertThat(findings())
                .containsExactly(warning(
                        "signalPath",
                        "a: the variance of the gradients is multiplied by 0.25 (backward), so they vanish; scale each layer"
                                + " by its fan and the gain of its activation, as @KaimingNormal and @XavierNormal do"
                                + " [Signal]"));
    }

    @Test
    void saysNothingIfALayerIsNotKnown() {
        net.parameter("a").shape(4, 8).init("@Normal(std = 100)", normal(0, 100));
        net.parameter("b").shape("out", 4).init("@Normal(std = 100)", normal(0, 100));
        net.sequence(0.5, 2, "a", "b");
        assertThat(findings()).isEmpty();
    }

    @Test
    void saysNothingWithoutASequence() {
        net.parameter("a").shape(4, 8).init("@Normal(std = 100)", normal(0, 100));
        assertThat(findings()).isEmpty();
    }

    private List<Reported> findings() {
        return net.findings(new PathKeepsSignal());
    }
}
