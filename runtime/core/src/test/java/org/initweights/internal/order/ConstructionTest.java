package org.initweights.internal.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.initweights.DType;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.Layer;
import org.initweights.Parameter;
import org.initweights.TensorShape;
import org.initweights.internal.files.plan.PlannedParameter;
import org.initweights.internal.rule.torch.TorchDefaultRule;
import org.junit.jupiter.api.Test;

/** The orders are those in which {@code torch.nn.MultiheadAttention.__init__} draws, written down by hand. */
class ConstructionTest {

    private static final Initializer ATTENTION = Initializers.torchDefault(Layer.MULTIHEAD_ATTENTION);
    private static final Initializer LINEAR = Initializers.torchDefault(Layer.LINEAR);

    private final List<Parameter> declared = new ArrayList<>();

    private ConstructionTest add(String name, Initializer initializer, long... dims) {
        declared.add(PlannedParameter.of(name, TensorShape.of(dims), DType.F32, initializer));
        return this;
    }

    private List<String> drawn() {
        return Construction.of(declared).stream().map(Parameter::name).toList();
    }

    @Test
    void whatIsNoAttentionIsDrawnAsDeclared() {
        add("b.weight", LINEAR, 4, 4)
                .add("a.weight", Initializers.normal(), 8, 8)
                .add("a.bias", Initializers.zeros(), 8);

        assertThat(Construction.of(declared)).isEqualTo(declared);
        assertThat(Construction.of(List.of())).isEmpty();
    }

    /** The bias of the out-projection is drawn as that of a linear layer is, and then made zero. */
    @Test
    void theOutProjectionIsDrawnFirstAndItsBiasTwice() {
        add("attn.in_proj_weight", ATTENTION, 24, 8)
                .add("attn.in_proj_bias", ATTENTION, 24)
                .add("attn.out_proj.weight", LINEAR, 8, 8)
                .add("attn.out_proj.bias", Initializers.zeros(), 8)
                .add("next", LINEAR, 3, 3);

        assertThat(drawn())
                .containsExactly(
                        "attn.out_proj.weight",
                        "attn.out_proj.bias",
                        "attn.out_proj.bias",
                        "attn.in_proj_weight",
                        "attn.in_proj_bias",
                        "next");
        Parameter drawnAndLost = Construction.of(declared).get(1);
        assertThat(drawnAndLost.initializer()).isInstanceOfSatisfying(TorchDefaultRule.class, rule -> {
            assertThat(rule.layer()).isEqualTo(Layer.LINEAR);
            assertThat(rule.weight()).isEqualTo(TensorShape.of(8, 8));
        });
        assertThat(Construction.of(declared).get(2)).isEqualTo(declared.get(3));
    }

    @Test
    void isTheSameIfDeclaredInTheOrderOfDrawing() {
        add("attn.out_proj.weight", LINEAR, 8, 8)
                .add("attn.out_proj.bias", Initializers.zeros(), 8)
                .add("attn.in_proj_weight", ATTENTION, 24, 8);

        assertThat(drawn())
                .containsExactly(
                        "attn.out_proj.weight", "attn.out_proj.bias", "attn.out_proj.bias", "attn.in_proj_weight");
    }

    /** {@code kdim} and {@code vdim}: three matrices, and zero biases among them. */
    @Test
    void projectionsMayStandAlone() {
        add("q_proj_weight", ATTENTION, 8, 8)
                .add("k_proj_weight", ATTENTION, 8, 5)
                .add("v_proj_weight", ATTENTION, 8, 6)
                .add("in_proj_bias", Initializers.zeros(), 24)
                .add("out_proj.weight", LINEAR, 8, 8);

        assertThat(drawn())
                .containsExactly("out_proj.weight", "q_proj_weight", "k_proj_weight", "v_proj_weight", "in_proj_bias");
    }

    @Test
    void eachOfSeveralHasItsOwn() {
        for (String owner : new String[] {"layers.0.attn.", "layers.1.attn."}) {
            add(owner + "in_proj_weight", ATTENTION, 24, 8).add(owner + "out_proj.weight", LINEAR, 8, 8);
        }

        assertThat(drawn())
                .containsExactly(
                        "layers.0.attn.out_proj.weight",
                        "layers.0.attn.in_proj_weight",
                        "layers.1.attn.out_proj.weight",
                        "layers.1.attn.in_proj_weight");
    }

    @Test
    void anotherMatrixIsNoOutProjection() {
        add("attn.in_proj_weight", ATTENTION, 24, 8).add("attn.other.weight", LINEAR, 8, 9);
        assertThat(drawn()).as("not square").containsExactly("attn.in_proj_weight", "attn.other.weight");

        declared.clear();
        add("attn.in_proj_weight", ATTENTION, 24, 8).add("attn.other.weight", LINEAR, 9, 9);
        assertThat(drawn()).as("of another size").containsExactly("attn.in_proj_weight", "attn.other.weight");

        declared.clear();
        add("attn.in_proj_weight", ATTENTION, 24, 8).add("mlp.weight", LINEAR, 8, 8);
        assertThat(drawn()).as("of another model").containsExactly("attn.in_proj_weight", "mlp.weight");

        declared.clear();
        add("attn.in_proj_weight", ATTENTION, 24, 8).add("attn.a.b.weight", LINEAR, 8, 8);
        assertThat(drawn()).as("deeper inside").containsExactly("attn.in_proj_weight", "attn.a.b.weight");

        declared.clear();
        add("attn.in_proj_weight", ATTENTION, 24, 8)
                .add("attn.mlp.bias", Initializers.zeros(), 8)
                .add("attn.mlp.weight", LINEAR, 8, 8);
        assertThat(drawn())
                .as("something is between")
                .containsExactly("attn.in_proj_weight", "attn.mlp.bias", "attn.mlp.weight");
    }

    @Test
    void aBiasThatIsNotConstantIsDrawnOnce() {
        add("attn.in_proj_weight", ATTENTION, 24, 8)
                .add("attn.out_proj.weight", LINEAR, 8, 8)
                .add("attn.out_proj.bias", Initializers.normal(), 8);

        assertThat(drawn()).containsExactly("attn.out_proj.weight", "attn.out_proj.bias", "attn.in_proj_weight");
    }
}
