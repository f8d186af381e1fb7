package org.initweights.samples.zoo.dit;

import static org.assertj.core.api.Assertions.assertThat;

import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.samples.zoo.reference.Law;
import org.initweights.samples.zoo.reference.ObjectGraph;
import org.initweights.samples.zoo.reference.ReferenceTable;
import org.junit.jupiter.api.Test;

/** Against {@code DiT.__init__} and {@code DiT.initialize_weights} in {@code models.py} of facebookresearch/DiT. */
class DitTest {

    private static final ReferenceTable REFERENCE = new ReferenceTable()
            .row(
                    "blocks.#.(attn.(qkv|proj)|mlp.fc[12]).weight",
                    dims -> Law.uniform(Math.sqrt(6.0 / (dims[0] + dims[1]))),
                    "_basic_init: xavier_uniform_(module.weight)")
            .row(
                    "(t_embedder.mlp.#|blocks.#.(attn.(qkv|proj)|mlp.fc[12])).bias",
                    Law.zeros(),
                    "_basic_init: constant_(bias, 0)")
            .row(
                    "x_embedder.proj.weight",
                    dims -> Law.uniform(Math.sqrt(6.0 / (dims[0] + dims[1] * dims[2] * dims[3]))),
                    "xavier_uniform_ of x_embedder.proj.weight.view([out, -1])")
            .row("x_embedder.proj.bias", Law.zeros(), "constant_(x_embedder.proj.bias, 0)")
            .row("y_embedder.embedding_table.weight", Law.normal(0.02), "normal_(embedding_table.weight, std=0.02)")
            .row("t_embedder.mlp.[02].weight", Law.normal(0.02), "normal_(t_embedder.mlp[0], mlp[2], std=0.02)")
            .row(
                    "blocks.#.adaLN_modulation.1.(weight|bias)",
                    Law.zeros(),
                    "constant_(block.adaLN_modulation[-1].weight and bias, 0)")
            .row(
                    "final_layer.(adaLN_modulation.1|linear).(weight|bias)",
                    Law.zeros(),
                    "constant_(final_layer.adaLN_modulation[-1] and linear, weight and bias, 0)");

    /** 675,129,632 elements are in the published state_dict, with the fixed table of positions. */
    @Test
    void countsAsPublished() {
        Dit model = Dit.xl2();

        Parameters parameters = DitInit.plan(model).parameters();

        assertThat(parameters.elements()).isEqualTo(674_834_720);
        assertThat(parameters.elements() + model.pos_embed.length).isEqualTo(675_129_632);
    }

    @Test
    void namesAsTheStateDict() {
        Parameters parameters = DitInit.plan(Dit.xl2()).parameters();

        assertThat(parameters)
                .hasSize(2 + 4 + 1 + 28 * 10 + 4)
                .extracting(Parameter::name)
                .startsWith(
                        "x_embedder.proj.weight",
                        "x_embedder.proj.bias",
                        "t_embedder.mlp.0.weight",
                        "t_embedder.mlp.0.bias",
                        "t_embedder.mlp.2.weight",
                        "t_embedder.mlp.2.bias",
                        "y_embedder.embedding_table.weight",
                        "blocks.0.attn.qkv.weight",
                        "blocks.0.attn.qkv.bias",
                        "blocks.0.attn.proj.weight",
                        "blocks.0.attn.proj.bias",
                        "blocks.0.mlp.fc1.weight",
                        "blocks.0.mlp.fc1.bias",
                        "blocks.0.mlp.fc2.weight",
                        "blocks.0.mlp.fc2.bias",
                        "blocks.0.adaLN_modulation.1.weight",
                        "blocks.0.adaLN_modulation.1.bias")
                .endsWith(
                        "final_layer.linear.weight",
                        "final_layer.linear.bias",
                        "final_layer.adaLN_modulation.1.weight",
                        "final_layer.adaLN_modulation.1.bias");
        assertThat(parameters.get("x_embedder.proj.weight").shape().dims()).containsExactly(1152, 4, 2, 2);
        assertThat(parameters.get("y_embedder.embedding_table.weight").shape().dims())
                .containsExactly(1001, 1152);
        assertThat(parameters.get("blocks.27.adaLN_modulation.1.weight").shape().dims())
                .containsExactly(6912, 1152);
        assertThat(parameters.get("final_layer.linear.weight").shape().dims()).containsExactly(32, 1152);
    }

    @Test
    void startsEveryParameterAsTheReference() {
        REFERENCE.describes(DitInit.plan(Dit.xl2()).parameters());
    }

    @Test
    void drawsWhatItSays() {
        Dit model = new Dit(8, 2, 4, 64, 3);
        DitInit.initWeights(model, 1);

        REFERENCE.describesValuesOf(DitInit.parameters(model));
    }

    @Test
    void leavesNothingOutButTheTableOfPositions() {
        Dit model = new Dit(8, 2, 4, 64, 3);
        DitInit.initWeights(model, 1);

        assertThat(DitInit.parameters(model))
                .extracting(Parameter::name)
                .containsExactlyElementsOf(ObjectGraph.tensorsOf(model).stream()
                        .filter(name -> !name.equals("pos_embed"))
                        .toList());
    }
}
