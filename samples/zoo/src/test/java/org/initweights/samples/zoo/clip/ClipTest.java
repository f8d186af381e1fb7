package org.initweights.samples.zoo.clip;

import static org.assertj.core.api.Assertions.assertThat;

import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.samples.zoo.reference.Law;
import org.initweights.samples.zoo.reference.ObjectGraph;
import org.initweights.samples.zoo.reference.ReferenceTable;
import org.junit.jupiter.api.Test;

/** Against {@code CLIPPreTrainedModel._init_weights} in {@code modeling_clip.py} of huggingface/transformers. */
class ClipTest {

    /** Both towers of ViT-B/32 have twelve layers. */
    private static final ReferenceTable REFERENCE = reference(12);

    private static ReferenceTable reference(int layers) {
        String attention = "(text|vision)_model.encoder.layers.#.self_attn.";
        String mlp = "(text|vision)_model.encoder.layers.#.mlp.";
        return new ReferenceTable()
                .row("logit_scale", Law.constant(2.6592), "CLIPModel.__init__: logit_scale_init_value")
                .row(
                        "text_model.embeddings.(token|position)_embedding.weight",
                        Law.normal(0.02),
                        "CLIPTextEmbeddings: both normal_(std=factor * 0.02)")
                .row(
                        "vision_model.embeddings.class_embedding",
                        dims -> Law.normal(Math.pow(dims[0], -0.5)),
                        "CLIPVisionEmbeddings: class_embedding, std=embed_dim**-0.5 * factor")
                .row(
                        "vision_model.embeddings.(patch|position)_embedding.weight",
                        Law.normal(0.02),
                        "CLIPVisionEmbeddings: patch and position, std=initializer_range * factor")
                .row(
                        attention + "[qkv]_proj.weight",
                        dims -> Law.normal(Math.pow(dims[1], -0.5) * Math.pow(2 * layers, -0.5)),
                        "CLIPAttention: in_proj_std = embed_dim**-0.5 * (2 * num_hidden_layers)**-0.5")
                .row(
                        attention + "out_proj.weight",
                        dims -> Law.normal(Math.pow(dims[1], -0.5)),
                        "CLIPAttention: out_proj_std = embed_dim**-0.5")
                .row(
                        mlp + "fc1.weight",
                        dims -> Law.normal(Math.pow(2 * dims[1], -0.5)),
                        "CLIPMLP: fc_std = (2 * hidden_size)**-0.5")
                .row(
                        mlp + "fc2.weight",
                        dims -> Law.normal(Math.pow(dims[0], -0.5) * Math.pow(2 * layers, -0.5)),
                        "CLIPMLP: in_proj_std = hidden_size**-0.5 * (2 * num_hidden_layers)**-0.5")
                .row(
                        attention + "[qkv]_proj.bias|" + attention + "out_proj.bias",
                        Law.zeros(),
                        "nn.Linear: bias zero_()")
                .row(mlp + "fc[12].bias", Law.zeros(), "nn.Linear: bias zero_()")
                .row(
                        "(text|visual)_projection.weight",
                        dims -> Law.normal(Math.pow(dims[1], -0.5)),
                        "CLIPModel: std=text_embed_dim**-0.5 and vision_embed_dim**-0.5")
                .row("*(layer_norm[12]?|pre_layrnorm|post_layernorm).weight", Law.ones(), "nn.LayerNorm: weight 1")
                .row("*(layer_norm[12]?|pre_layrnorm|post_layernorm).bias", Law.zeros(), "nn.LayerNorm: bias 0");
    }

    @Test
    void countsAsPublished() {
        assertThat(ClipInit.plan(Clip.vitB32()).parameters().elements()).isEqualTo(151_277_313);
    }

    @Test
    void namesAsTheStateDict() {
        Parameters parameters = ClipInit.plan(Clip.vitB32()).parameters();

        assertThat(parameters)
                .hasSize(1 + 2 + 12 * 16 + 2 + 3 + 12 * 16 + 4 + 2)
                .extracting(Parameter::name)
                .startsWith(
                        "logit_scale",
                        "text_model.embeddings.token_embedding.weight",
                        "text_model.embeddings.position_embedding.weight",
                        "text_model.encoder.layers.0.self_attn.k_proj.weight",
                        "text_model.encoder.layers.0.self_attn.k_proj.bias")
                .contains(
                        "text_model.final_layer_norm.bias",
                        "vision_model.embeddings.class_embedding",
                        "vision_model.embeddings.patch_embedding.weight",
                        "vision_model.pre_layrnorm.weight",
                        "vision_model.encoder.layers.11.layer_norm2.bias",
                        "vision_model.post_layernorm.bias")
                .endsWith("visual_projection.weight", "text_projection.weight");
        assertThat(parameters.get("logit_scale").shape().dims()).isEmpty();
        assertThat(parameters
                        .get("vision_model.embeddings.patch_embedding.weight")
                        .shape()
                        .dims())
                .containsExactly(768, 3, 32, 32);
        assertThat(parameters
                        .get("vision_model.embeddings.position_embedding.weight")
                        .shape()
                        .dims())
                .containsExactly(50, 768);
        assertThat(parameters.get("visual_projection.weight").shape().dims()).containsExactly(512, 768);
    }

    @Test
    void startsEveryParameterAsTheReference() {
        REFERENCE.describes(ClipInit.plan(Clip.vitB32()).parameters());
    }

    @Test
    void drawsWhatItSays() {
        Clip model = small();
        ClipInit.initWeights(model, 1);

        reference(2).describesValuesOf(ClipInit.parameters(model));
    }

    @Test
    void leavesNothingOut() {
        Clip model = small();
        ClipInit.initWeights(model, 1);

        assertThat(ClipInit.parameters(model))
                .extracting(Parameter::name)
                .containsExactlyElementsOf(ObjectGraph.tensorsOf(model));
    }

    private static Clip small() {
        return new Clip(200, 16, new TowerConfig(48, 2), 32, 8, new TowerConfig(64, 2), 32);
    }
}
