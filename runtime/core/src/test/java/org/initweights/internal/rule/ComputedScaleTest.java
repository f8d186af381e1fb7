package org.initweights.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.initweights.Initializers.kaimingNormal;
import static org.initweights.Initializers.kaimingUniform;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.xavierNormal;
import static org.initweights.Initializers.xavierUniform;
import static org.initweights.WidthRecipes.mupHidden;
import static org.initweights.WidthRecipes.mupInput;
import static org.initweights.WidthRecipes.mupOutput;

import java.util.List;
import org.initweights.FanMode;
import org.initweights.InitializationException;
import org.initweights.Initializer;
import org.initweights.Nonlinearity;
import org.initweights.TensorShape;
import org.junit.jupiter.api.Test;

/** Weights that vanish though nobody asked for zeros. */
class ComputedScaleTest {

    private static final TensorShape MATRIX = TensorShape.of(16, 25);
    private static final double LEAST = Double.MIN_VALUE;

    @Test
    void refusesWhatBecomesZero() {
        for (Initializer initializer : List.of(
                kaimingNormal(1e200, FanMode.FAN_IN, Nonlinearity.LEAKY_RELU),
                kaimingUniform(-1e160, FanMode.FAN_OUT, Nonlinearity.LEAKY_RELU),
                xavierNormal(LEAST),
                xavierUniform(LEAST),
                mupInput(LEAST, 4),
                mupHidden(LEAST, 4),
                mupOutput(LEAST, 4))) {
            assertThatExceptionOfType(InitializationException.class)
                    .as(initializer.toString())
                    .isThrownBy(() -> initializer.resolve(MATRIX))
                    .withMessageContaining("has a standard deviation that is too small for a double")
                    .withMessageEndingWith("[ZeroScale]");
        }
    }

    @Test
    void saysOfWhat() {
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> kaimingNormal(1e200, FanMode.FAN_IN, Nonlinearity.LEAKY_RELU)
                        .resolve(MATRIX))
                .withMessageStartingWith("kaimingNormal(a = 1e200) has");
    }

    @Test
    void keepsZerosThatAreAskedFor() {
        assertThat(normal(0, 0).resolve(MATRIX).std()).isZero();
        assertThat(mupHidden(0, 4).resolve(MATRIX).std()).isZero();
        assertThat(kaimingNormal(1e150, FanMode.FAN_IN, Nonlinearity.LEAKY_RELU)
                        .resolve(MATRIX)
                        .std())
                .isPositive();
        assertThat(kaimingNormal(1e200, FanMode.FAN_IN, Nonlinearity.RELU)
                        .resolve(MATRIX)
                        .std())
                .isPositive();
    }
}
