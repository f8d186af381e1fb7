package org.initweights.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.initweights.FanMode;
import org.initweights.Fill;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.Nonlinearity;
import org.initweights.TensorShape;
import org.initweights.internal.fill.ConstantFill;
import org.initweights.internal.fill.InverseSoftplusFill;
import org.initweights.internal.fill.LogRangeFill;
import org.initweights.internal.fill.NormalFill;
import org.initweights.internal.fill.TruncatedNormalFill;
import org.initweights.internal.fill.UniformFill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Distributions that ask nothing, or only for the fans, of a shape. */
class DistributionsTest {

    private static final TensorShape VECTOR = TensorShape.of(5);

    static Stream<Arguments> given() {
        return Stream.of(
                Arguments.of(Initializers.constant(3), new ConstantFill(3)),
                Arguments.of(Initializers.normal(1, 2), new NormalFill(1, 2)),
                Arguments.of(Initializers.uniform(1, 2), new UniformFill(1, 2)),
                Arguments.of(Initializers.truncNormal(1, 2, 3, 4), new TruncatedNormalFill(1, 2, 3, 4)),
                Arguments.of(Initializers.inverseSoftplusLogUniform(1, 2, 3), new InverseSoftplusFill(1, 2, 3)),
                Arguments.of(Initializers.logRange(), new LogRangeFill(5)));
    }

    @ParameterizedTest
    @MethodSource("given")
    void areAsTheirArgumentsSay(Initializer initializer, Fill fill) {
        assertThat(initializer.resolve(VECTOR)).isEqualTo(fill);
    }

    static Stream<Arguments> ofAFan() {
        return Stream.of(
                Arguments.of(Initializers.xavierUniform(), "xavierUniform"),
                Arguments.of(Initializers.xavierNormal(), "xavierNormal"),
                Arguments.of(Initializers.kaimingUniform(), "kaimingUniform"),
                Arguments.of(Initializers.kaimingNormal(), "kaimingNormal"),
                Arguments.of(Initializers.lecunNormal(), "varianceScaling"));
    }

    /** Also of those without elements: that such a shape has no fan is a mistake whatever its size. */
    @ParameterizedTest
    @MethodSource("ofAFan")
    void needAFan(Initializer initializer, String name) {
        for (TensorShape shape :
                List.of(VECTOR, TensorShape.of(0), TensorShape.of(3, 0).withStacked(1))) {
            Refusal.of(initializer, shape)
                    .withMessageStartingWith(name + " needs a fan, and ")
                    .withMessageContaining(
                            "has one dimension; use zeros(), or torchDefault(LINEAR, weight) with the shape of its weight")
                    .withMessageEndingWith("[FanRank]");
        }
    }

    /** The gain of Kaiming's rules is that of the nonlinearity, of a leaky one by its slope; √(2 / (1 + 3²)) is √0.2. */
    @Test
    void haveTheGainOfTheNonlinearity() {
        TensorShape shape = TensorShape.of(5, 20);
        assertThat(Initializers.kaimingNormal(3, FanMode.FAN_IN, Nonlinearity.LEAKY_RELU)
                        .resolve(shape)
                        .std())
                .isEqualTo(Math.sqrt(0.2) / Math.sqrt(20));
        assertThat(Initializers.kaimingNormal(3, FanMode.FAN_OUT, Nonlinearity.LINEAR)
                        .resolve(shape)
                        .std())
                .isEqualTo(1 / Math.sqrt(5));
        assertThat(Initializers.xavierNormal(2.0).resolve(shape).std()).isEqualTo(2 * Math.sqrt(2.0 / 25));
    }
}
