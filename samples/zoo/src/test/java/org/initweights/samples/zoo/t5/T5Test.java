package org.initweights.samples.zoo.t5;

import static org.assertj.core.api.Assertions.assertThat;

import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.samples.zoo.reference.Law;
import org.initweights.samples.zoo.reference.ObjectGraph;
import org.initweights.samples.zoo.reference.ReferenceTable;
import org.junit.jupiter.api.Test;

/** Against {@code T5PreTrainedModel._init_weights} in {@code modeling_t5.py} of huggingface/transformers, with factor 1. */
class T5Test {

    /** Heads that together are not as wide as the model, so that in and out differ. */
    private static final Config SMALLER = new Config(300, 48, 96, 2, 4, 8, 32);

    private static final ReferenceTable REFERENCE = reference(Config.small());

    private static ReferenceTable reference(Config config) {
        String attention = "(encoder|decoder).block.#.layer.#.(SelfAttention|EncDecAttention).";
        double width = config.width();
        return new ReferenceTable()
                .row("shared.weight", Law.normal(1), "T5ForConditionalGeneration: shared normal_(std=factor * 1.0)")
                .row(
                        attention + "q.weight",
                        Law.normal(Math.pow(width * config.headSize(), -0.5)),
                        "T5Attention: q, std=(d_model * key_value_proj_dim) ** -0.5")
                .row(
                        attention + "[kv].weight",
                        Law.normal(Math.pow(width, -0.5)),
                        "T5Attention: k and v, d_model ** -0.5")
                .row(
                        attention + "o.weight",
                        Law.normal(Math.pow(config.heads() * config.headSize(), -0.5)),
                        "T5Attention: o, std=(n_heads * key_value_proj_dim) ** -0.5")
                .row(
                        "(encoder|decoder).block.0.layer.0.SelfAttention.relative_attention_bias.weight",
                        Law.normal(Math.pow(width, -0.5)),
                        "T5Attention: relative_attention_bias, std=d_model ** -0.5")
                .row(
                        "(encoder|decoder).block.#.layer.#.DenseReluDense.wi.weight",
                        Law.normal(Math.pow(width, -0.5)),
                        "T5DenseActDense: wi, std=d_model ** -0.5")
                .row(
                        "(encoder|decoder).block.#.layer.#.DenseReluDense.wo.weight",
                        Law.normal(Math.pow(config.inner(), -0.5)),
                        "T5DenseActDense: wo, std=d_ff ** -0.5")
                .row("*layer_norm.weight", Law.ones(), "T5LayerNorm: weight fill_(factor * 1.0)");
    }

    @Test
    void countsAsPublished() {
        assertThat(T5Init.plan(new T5(Config.small())).parameters().elements()).isEqualTo(60_506_624);
    }

    @Test
    void namesAsTheStateDict() {
        Parameters parameters = T5Init.plan(new T5(Config.small())).parameters();

        assertThat(parameters)
                .hasSize(1 + 6 * 8 + 1 + 1 + 6 * 13 + 1 + 1)
                .extracting(Parameter::name)
                .startsWith(
                        "shared.weight",
                        "encoder.block.0.layer.0.SelfAttention.q.weight",
                        "encoder.block.0.layer.0.SelfAttention.k.weight",
                        "encoder.block.0.layer.0.SelfAttention.v.weight",
                        "encoder.block.0.layer.0.SelfAttention.o.weight",
                        "encoder.block.0.layer.0.SelfAttention.relative_attention_bias.weight",
                        "encoder.block.0.layer.0.layer_norm.weight",
                        "encoder.block.0.layer.1.DenseReluDense.wi.weight")
                .contains(
                        "decoder.block.5.layer.1.EncDecAttention.o.weight", "decoder.block.5.layer.2.layer_norm.weight")
                .doesNotContain(
                        "encoder.block.1.layer.0.SelfAttention.relative_attention_bias.weight",
                        "encoder.embed_tokens.weight",
                        "lm_head.weight")
                .endsWith("decoder.final_layer_norm.weight");
        assertThat(parameters
                        .get("encoder.block.0.layer.0.SelfAttention.relative_attention_bias.weight")
                        .shape()
                        .dims())
                .containsExactly(32, 8);
    }

    @Test
    void startsEveryParameterAsTheReference() {
        REFERENCE.describes(T5Init.plan(new T5(Config.small())).parameters());
    }

    @Test
    void drawsWhatItSays() {
        T5 model = new T5(SMALLER);
        T5Init.initWeights(model, 1);

        reference(SMALLER).describesValuesOf(T5Init.parameters(model));
    }

    @Test
    void leavesNothingOut() {
        T5 model = new T5(SMALLER);
        T5Init.initWeights(model, 1);

        assertThat(T5Init.parameters(model))
                .extracting(Parameter::name)
                .containsExactlyElementsOf(ObjectGraph.tensorsOf(model));
    }

    @Test
    void embedsAndPredictsWithOneMatrix() {
        T5 model = new T5(SMALLER);
        T5Init.initWeights(model, 1);

        assertThat(model.lm_head.weight)
                .isSameAs(model.shared.weight)
                .isSameAs(model.encoder.embed_tokens.weight)
                .isSameAs(model.decoder.embed_tokens.weight);
        assertThat(T5Init.parameters(model).get("shared.weight").names())
                .containsExactly(
                        "shared.weight",
                        "encoder.embed_tokens.weight",
                        "decoder.embed_tokens.weight",
                        "lm_head.weight");
    }
}
