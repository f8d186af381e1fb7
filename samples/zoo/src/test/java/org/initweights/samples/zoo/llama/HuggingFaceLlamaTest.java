package org.initweights.samples.zoo.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;

import java.io.IOException;
import java.nio.file.Path;
import org.initweights.DType;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.TensorShape;
import org.initweights.Weights;
import org.initweights.io.LoadOptions;
import org.initweights.io.LoadReport;
import org.initweights.io.MismatchException;
import org.initweights.io.SaveOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A checkpoint as Hugging Face's {@code LlamaForCausalLM} lays it out, in bfloat16 and shards, loads into the model that has Meta's names. */
class HuggingFaceLlamaTest {

    private static final int VOCABULARY = 50;
    private static final int WIDTH = 8;
    private static final int INNER = 12;
    private static final int DEPTH = 11;

    @TempDir
    private Path folder;

    @Test
    void loadsByOptionsAlone() throws IOException {
        Parameters theirs = saved();
        Parameters ours = LlamaInit.parameters(new Llama(VOCABULARY, WIDTH, INNER, DEPTH));
        LoadOptions options = LoadOptions.strict()
                .withoutPrefix("model.")
                .renamed("^embed_tokens", "tok_embeddings")
                .renamed("^lm_head", "output")
                .renamed("\\.self_attn\\.(\\w)_proj", ".attention.w$1")
                .renamed("\\.mlp\\.gate_proj", ".feed_forward.w1")
                .renamed("\\.mlp\\.down_proj", ".feed_forward.w2")
                .renamed("\\.mlp\\.up_proj", ".feed_forward.w3")
                .renamed("input_layernorm", "attention_norm")
                .renamed("post_attention_layernorm", "ffn_norm");

        LoadReport report = ours.load(folder, options);

        assertThat(report.loaded()).hasSize(3 + DEPTH * 9);
        assertSame(ours.get("tok_embeddings.weight"), theirs.get("model.embed_tokens.weight"));
        assertSame(ours.get("output.weight"), theirs.get("lm_head.weight"));
        assertSame(ours.get("layers.10.feed_forward.w2.weight"), theirs.get("model.layers.10.mlp.down_proj.weight"));
        assertSame(ours.get("layers.1.attention.wk.weight"), theirs.get("model.layers.1.self_attn.k_proj.weight"));
        assertSame(ours.get("layers.1.ffn_norm.weight"), theirs.get("model.layers.1.post_attention_layernorm.weight"));
    }

    @Test
    void namesWhatTheOptionsForget() throws IOException {
        saved();
        Parameters ours = LlamaInit.parameters(new Llama(VOCABULARY, WIDTH, INNER, DEPTH));
        assertThatExceptionOfType(MismatchException.class)
                .isThrownBy(() -> ours.load(folder))
                .withMessageContaining("tok_embeddings.weight: missing in the file; the model has BF16 [50, 8]")
                .withMessageContaining(
                        "model.embed_tokens.weight: no parameter of the model; the file has BF16 [50, 8]")
                .withMessageEndingWith("LoadOptions may help: withoutPrefix(\"model.\")");
    }

    private Parameters saved() throws IOException {
        Weights weights = Weights.of(w -> {
            w.tensor("model.embed_tokens.weight", TensorShape.of(VOCABULARY, WIDTH), DType.BF16, normal(0, 1));
            for (int layer = 0; layer < DEPTH; layer++) {
                w.scope("model.layers." + layer, l -> {
                    for (String name : new String[] {"q", "k", "v", "o"}) {
                        l.tensor(
                                "self_attn." + name + "_proj.weight",
                                TensorShape.of(WIDTH, WIDTH),
                                DType.BF16,
                                normal(0, 1));
                    }
                    l.tensor("mlp.gate_proj.weight", TensorShape.of(INNER, WIDTH), DType.BF16, normal(0, 1));
                    l.tensor("mlp.up_proj.weight", TensorShape.of(INNER, WIDTH), DType.BF16, normal(0, 1));
                    l.tensor("mlp.down_proj.weight", TensorShape.of(WIDTH, INNER), DType.BF16, normal(0, 1));
                    l.tensor("input_layernorm.weight", TensorShape.of(WIDTH), DType.BF16, ones());
                    l.tensor("post_attention_layernorm.weight", TensorShape.of(WIDTH), DType.BF16, normal(1, 1));
                });
            }
            w.tensor("model.norm.weight", TensorShape.of(WIDTH), DType.BF16, ones());
            w.tensor("lm_head.weight", TensorShape.of(VOCABULARY, WIDTH), DType.BF16, normal(0, 1));
        });
        Parameters parameters = weights.initialize(5).parameters();
        parameters.save(
                folder.resolve("model.safetensors"), SaveOptions.defaults().withShardsOf(2_000));
        return parameters;
    }

    private static void assertSame(Parameter mine, Parameter its) {
        for (long i = 0; i < mine.elements(); i++) {
            assertThat(mine.get(i)).isEqualTo(its.get(i));
        }
    }
}
