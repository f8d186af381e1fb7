package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.initweights.FanMode.FAN_OUT;
import static org.initweights.Initializers.kaimingNormal;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.torchDefault;
import static org.initweights.Initializers.zeros;
import static org.initweights.Nonlinearity.RELU;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class WeightsTest {

    private static Weights network() {
        return Weights.of(weights -> weights.tensor("conv.weight", kaimingNormal(FAN_OUT, RELU), 64, 3, 7, 7)
                .scope(
                        "fc",
                        fc -> fc.tensor("weight", torchDefault(Layer.LINEAR), 10, 64)
                                .tensor("bias", torchDefault(Layer.LINEAR, TensorShape.of(10, 64)), 10)));
    }

    @Test
    void namesJoinWithDotsInTheOrderOfTheirDeclaration() {
        assertThat(network().parameters())
                .extracting(Parameter::name)
                .containsExactly("conv.weight", "fc.weight", "fc.bias");
        assertThat(network().parameters().elements()).isEqualTo(64 * 3 * 49 + 640 + 10);
    }

    @Test
    void theArraysAreThoseOfTheParameters() {
        Weights weights = network().initialize(42);
        float[] kernel = weights.floats("conv.weight");
        assertThat(kernel).hasSize(64 * 3 * 49).doesNotContain(0f);
        assertThat(weights.get("conv.weight").get(17)).isEqualTo(kernel[17]);
    }

    @Test
    void theSameSeedAndNameGiveTheSameValuesWhereverTheTensorIsDeclared() {
        Weights alone = Weights.of(weights ->
                        weights.scope("fc", fc -> fc.tensor("weight", torchDefault(Layer.LINEAR), 10, 64)))
                .initialize(42);
        assertThat(network().initialize(42).floats("fc.weight")).isEqualTo(alone.floats("fc.weight"));
    }

    @Test
    void tensorsAreStoredAsTheirType() {
        TensorShape shape = TensorShape.of(3);
        Weights weights = Weights.of(w -> w.tensor("f64", shape, DType.F64, ones())
                        .tensor("bf16", shape, DType.BF16, ones())
                        .tensor("f16", shape, DType.F16, ones()))
                .initialize(0);
        assertThat(weights.doubles("f64")).containsOnly(1);
        assertThat(weights.halves("bf16")).containsOnly(0x3F80);
        assertThat(weights.halves("f16")).containsOnly(0x3C00);
        assertThatThrownBy(() -> weights.floats("bf16"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bf16 is stored as BF16, not in a float[]");
    }

    @Test
    void aParameterPrintsAsInItsList() {
        Weights weights =
                Weights.of(w -> w.tensor("a", normal(0, 0.1), 4, 3).scope("b", b -> b.tensor("c", zeros(), 2)));
        assertThat(weights.get("a")).hasToString("a [4, 3] N(0, 0.1²)");
        assertThat(weights.parameters().stream().toList()).hasToString("[a [4, 3] N(0, 0.1²), b.c [2] 0]");
        assertThat(Plan.of(weights.parameters()).parameters().get("a")).hasToString("a [4, 3] N(0, 0.1²)");
    }

    @Test
    void whatIsWrongIsRefusedByName() {
        assertThatThrownBy(() -> network().get("fc.wieght"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("fc.weight");
        assertThatThrownBy(() -> Weights.of(w -> w.tensor("a", zeros(), 1).tensor("a", zeros(), 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two parameters are named a");
        assertThatThrownBy(() -> Weights.of(w -> w.scope("fc", fc -> fc.tensor("bias", kaimingNormal(), 10))))
                .isInstanceOf(InitializationException.class)
                .hasMessageStartingWith("fc.bias: ");
        assertThatThrownBy(() -> Weights.of(w -> w.tensor("", zeros(), 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the name of a tensor or of a scope is empty");
        assertThatThrownBy(() -> Weights.of(w -> w.tensor("big", normal(), 1L << 31)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("big: [2147483648] has 2147483648 elements");
    }

    @Test
    void refusesTensorsThatNoArrayCanHold() {
        for (long elements : new long[] {Integer.MAX_VALUE - 1L, Integer.MAX_VALUE, 1L << 31, Long.MAX_VALUE}) {
            for (DType dtype : DType.values()) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> Weights.of(w -> w.tensor("large", dtype, zeros(), elements)))
                        .withMessage("large: [" + elements + "] has " + elements
                                + " elements, more than one array or buffer can hold");
            }
        }
    }
}
