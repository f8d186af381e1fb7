package org.initweights.samples.zoo.swin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.initweights.DType;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.samples.zoo.reference.Law;
import org.initweights.samples.zoo.reference.ObjectGraph;
import org.initweights.samples.zoo.reference.ReferenceTable;
import org.junit.jupiter.api.Test;

/** Against {@code SwinTransformer.init_weights}, {@code WindowAttention} and {@code init_weights_vit_timm} of timm. */
class SwinTest {

    private static final ReferenceTable REFERENCE = new ReferenceTable()
            .row(
                    "patch_embed.proj.(weight|bias)",
                    // kaiming_uniform_(a=sqrt(5)) and the bias are both U(-1/sqrt(fan_in), 1/sqrt(fan_in)); fan_in is 3
                    // * 4 * 4.
                    Law.uniform(1 / Math.sqrt(48)),
                    "nn.Conv2d.reset_parameters, which init_weights leaves alone")
            .row(
                    "layers.#.blocks.#.(attn.(qkv|proj)|mlp.fc[12]).weight|layers.#.downsample.reduction.weight|head.weight",
                    Law.truncatedFarOut(0.02, 2),
                    "init_weights_vit_timm: trunc_normal_(module.weight, std=.02)")
            .row(
                    "layers.#.blocks.#.(attn.(qkv|proj)|mlp.fc[12]).bias|head.bias",
                    Law.zeros(),
                    "init_weights_vit_timm: zeros_(module.bias)")
            .row(
                    "layers.#.blocks.#.attn.relative_position_bias_table",
                    Law.truncatedFarOut(0.02, 2),
                    "WindowAttention: trunc_normal_(relative_position_bias_table, std=.02)")
            .row("(*.)?norm[12]?.weight", Law.ones(), "nn.LayerNorm.reset_parameters")
            .row("(*.)?norm[12]?.bias", Law.zeros(), "nn.LayerNorm.reset_parameters");

    @Test
    void countsAsPublished() {
        Parameters parameters = SwinInit.plan(Swin.tiny()).parameters();

        assertThat(parameters.trainable().elements()).isEqualTo(28_288_354);
        assertThat(parameters.elements()).isEqualTo(28_288_354 + 12 * 49 * 49);
    }

    @Test
    void namesAsTheStateDict() {
        Parameters parameters = SwinInit.plan(Swin.tiny()).parameters();

        assertThat(parameters)
                .hasSize(4 + 12 * 14 + 3 * 3 + 2 + 2)
                .extracting(Parameter::name)
                .startsWith(
                        "patch_embed.proj.weight",
                        "patch_embed.proj.bias",
                        "patch_embed.norm.weight",
                        "patch_embed.norm.bias",
                        "layers.0.blocks.0.norm1.weight",
                        "layers.0.blocks.0.norm1.bias",
                        "layers.0.blocks.0.attn.relative_position_bias_table",
                        "layers.0.blocks.0.attn.relative_position_index",
                        "layers.0.blocks.0.attn.qkv.weight")
                .contains("layers.2.blocks.5.mlp.fc2.bias", "layers.2.downsample.norm.weight")
                .doesNotContain("layers.0.downsample.reduction.bias", "layers.3.downsample.norm.weight")
                .endsWith("layers.3.blocks.1.mlp.fc2.bias", "norm.weight", "norm.bias", "head.weight", "head.bias");
        assertThat(parameters
                        .get("layers.0.blocks.0.attn.relative_position_bias_table")
                        .shape()
                        .dims())
                .containsExactly(169, 3);
        assertThat(parameters.get("layers.3.blocks.0.attn.qkv.weight").shape().dims())
                .containsExactly(2304, 768);
        assertThat(parameters
                        .get("layers.2.downsample.reduction.weight")
                        .shape()
                        .dims())
                .containsExactly(768, 1536);
    }

    @Test
    void startsEveryParameterAsTheReference() {
        REFERENCE.describes(SwinInit.plan(Swin.tiny()).parameters().trainable());
    }

    @Test
    void drawsWhatItSays() {
        Swin model = small();
        SwinInit.initWeights(model, 1);

        REFERENCE.describesValuesOf(SwinInit.parameters(model).trainable());
    }

    /** {@code WindowAttention.__init__} of the published code: coordinates of two places, their difference, moved to begin at 0. */
    @Test
    void looksUpTheRowOfTwoPlaces() {
        Swin model = small();
        SwinInit.initWeights(model, 1);
        Parameter index = SwinInit.parameters(model).get("layers.1.blocks.0.attn.relative_position_index");

        assertThat(index.dtype()).isEqualTo(DType.I64);
        assertThat(index.isTrainable()).isFalse();
        for (int from = 0; from < 49; from++) {
            for (int to = 0; to < 49; to++) {
                int down = from / 7 - to / 7 + 6;
                int right = from % 7 - to % 7 + 6;
                assertThat(index.get(49 * from + to)).isEqualTo(13 * down + right);
            }
        }
    }

    @Test
    void leavesNothingOut() {
        Swin model = small();
        SwinInit.initWeights(model, 1);

        assertThat(SwinInit.parameters(model))
                .extracting(Parameter::name)
                .containsExactlyElementsOf(ObjectGraph.tensorsOf(model));
    }

    private static Swin small() {
        return new Swin(32, List.of(2, 1), List.of(4, 8), 7);
    }
}
