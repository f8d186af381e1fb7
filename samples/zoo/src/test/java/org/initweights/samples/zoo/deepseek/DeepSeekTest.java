package org.initweights.samples.zoo.deepseek;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.samples.zoo.reference.ChildJvm;
import org.initweights.samples.zoo.reference.Law;
import org.initweights.samples.zoo.reference.ObjectGraph;
import org.initweights.samples.zoo.reference.ReferenceTable;
import org.junit.jupiter.api.Test;

/** Against {@code DeepseekV3PreTrainedModel._init_weights} in {@code modeling_deepseek_v3.py} of huggingface/transformers. */
class DeepSeekTest {

    /** Three layers, one of them dense, and eight experts. */
    private static final Config SMALL = new Config(512, 64, 96, 48, 3, 1, 4, 8, 1, 32, 48, 16, 32, 32, false, 0.02);

    /** Queries that are not compressed, biases inside attention, two shared experts and another deviation. */
    private static final Config OTHER = new Config(512, 64, 96, 48, 3, 1, 4, 8, 2, 32, 0, 16, 32, 32, true, 0.05);

    private static ReferenceTable reference(Config config) {
        double std = config.initializerRange();
        return new ReferenceTable()
                .row(
                        "lm_head.weight|model.layers.#.(self_attn|mlp).*_proj(_with_mqa)?.weight",
                        Law.normal(std),
                        "nn.Linear: normal_(std=initializer_range)")
                .row("model.embed_tokens.weight", Law.normal(std), "nn.Embedding: normal_(std=initializer_range)")
                .row(
                        "model.layers.#.mlp.gate.weight",
                        Law.normal(std),
                        "DeepseekV3TopkRouter: normal_(std=initializer_range)")
                .row(
                        "model.layers.#.mlp.gate.e_score_correction_bias",
                        Law.zeros(),
                        "DeepseekV3TopkRouter.__init__: register_buffer(zeros(n_routed_experts))")
                .row(
                        "model.norm.weight|model.layers.#.*_layernorm.weight",
                        Law.ones(),
                        "DeepseekV3RMSNorm: weight fill_(1.0)");
    }

    private static ReferenceTable referenceWithBiases(Config config) {
        return reference(config).row("model.layers.#.self_attn.*.bias", Law.zeros(), "nn.Linear: bias zero_()");
    }

    /**
     * By hand: embedding and head 2 · 512 · 64, three attentions of 64 · 48 + 48 + 48 · 4 · 48 + 64 · 48 + 32 + 32 · 4 · 64 + 4 · 32 · 64,
     * seven normalisations of 64, a dense layer of 3 · 64 · 96, two layers of nine experts of 3 · 64 · 48 and a router of 8 · 64; and the
     * routers' buffers, 2 · 8.
     */
    @Test
    void countsTheSmallModelAsByHand() {
        long attention = 64 * 48 + 48 + 48 * 4 * 48 + 64 * 48 + 32 + 32 * 4 * 64 + 4 * 32 * 64;
        long byHand = 2 * 512 * 64 + 3 * attention + 7 * 64 + 3 * 64 * 96 + 2 * (9 * 3 * 64 * 48 + 8 * 64) + 2 * 8;

        assertThat(DeepSeekInit.plan(new DeepSeek(SMALL)).parameters().elements())
                .isEqualTo(byHand)
                .isEqualTo(346_816);
        assertThat(DeepSeekInit.parameters(new DeepSeek(SMALL)).elements()).isEqualTo(byHand);
    }

    @Test
    void namesAsTheStateDict() {
        Parameters parameters = DeepSeekInit.plan(new DeepSeek(SMALL)).parameters();

        assertThat(parameters)
                .extracting(Parameter::name)
                .startsWith(
                        "model.embed_tokens.weight",
                        "model.layers.0.self_attn.q_a_proj.weight",
                        "model.layers.0.self_attn.q_a_layernorm.weight",
                        "model.layers.0.self_attn.q_b_proj.weight",
                        "model.layers.0.self_attn.kv_a_proj_with_mqa.weight",
                        "model.layers.0.self_attn.kv_a_layernorm.weight",
                        "model.layers.0.self_attn.kv_b_proj.weight",
                        "model.layers.0.self_attn.o_proj.weight",
                        "model.layers.0.mlp.gate_proj.weight")
                .contains(
                        "model.layers.1.mlp.experts.7.down_proj.weight",
                        "model.layers.2.mlp.gate.weight",
                        "model.layers.2.mlp.gate.e_score_correction_bias",
                        "model.layers.2.mlp.shared_experts.up_proj.weight")
                .doesNotContain("model.layers.0.self_attn.q_proj.weight", "model.layers.0.self_attn.o_proj.bias")
                .endsWith("model.norm.weight", "lm_head.weight");
    }

    @Test
    void hasAnotherAttentionIfTheConfigurationSaysSo() {
        Parameters parameters = DeepSeekInit.plan(new DeepSeek(OTHER)).parameters();

        assertThat(parameters)
                .extracting(Parameter::name)
                .contains(
                        "model.layers.0.self_attn.q_proj.weight",
                        "model.layers.0.self_attn.kv_a_proj_with_mqa.bias",
                        "model.layers.0.self_attn.o_proj.bias")
                .doesNotContain("model.layers.0.self_attn.q_a_proj.weight", "model.layers.0.self_attn.q_proj.bias");
        assertThat(parameters
                        .get("model.layers.1.mlp.shared_experts.up_proj.weight")
                        .shape()
                        .dims())
                .containsExactly(96, 64);
    }

    @Test
    void startsEveryParameterAsTheReference() {
        reference(SMALL).describes(DeepSeekInit.plan(new DeepSeek(SMALL)).parameters());
        referenceWithBiases(OTHER)
                .describes(DeepSeekInit.plan(new DeepSeek(OTHER)).parameters());
    }

    @Test
    void drawsWhatItSays() {
        DeepSeek small = new DeepSeek(SMALL);
        DeepSeekInit.initWeights(small, 1);
        DeepSeek other = new DeepSeek(OTHER);
        DeepSeekInit.initWeights(other, 1);

        reference(SMALL).describesValuesOf(DeepSeekInit.parameters(small));
        referenceWithBiases(OTHER).describesValuesOf(DeepSeekInit.parameters(other));
    }

    @Test
    void leavesNothingOut() {
        for (Config config : new Config[] {SMALL, OTHER}) {
            DeepSeek model = new DeepSeek(config);
            DeepSeekInit.initWeights(model, 1);

            assertThat(DeepSeekInit.parameters(model))
                    .extracting(Parameter::name)
                    .containsExactlyElementsOf(ObjectGraph.tensorsOf(model));
        }
    }

    /** 671,026,404,352 are trained, and 58 · 256 more are the routers' buffers. */
    @Test
    void plansThePublishedModelInLittleMemory() throws IOException, InterruptedException {
        Stream<String> output = ChildJvm.run(PlanOfThePublishedModel.class, "-Xmx256m");

        assertThat(output).containsExactly("45395 tensors", "671026419200 elements");
    }

    @Test
    void startsThePublishedModelAsTheReference() {
        reference(Config.published())
                .describes(DeepSeekInit.plan(new DeepSeek(Config.published())).parameters());
    }

    /** Runs in a Java of its own. */
    static final class PlanOfThePublishedModel {

        public static void main(String... args) {
            Parameters parameters =
                    DeepSeekInit.plan(new DeepSeek(Config.published())).parameters();
            System.out.println(parameters.size() + " tensors");
            System.out.println(parameters.elements() + " elements");
        }
    }
}
