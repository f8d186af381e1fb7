package org.initweights.cli.input;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.initweights.DType;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.Plan;
import org.initweights.WeightsBuilder;
import org.initweights.internal.files.json.JsonException;

/**
 * The parameters of Hugging Face's {@code LlamaForCausalLM}, {@code MistralForCausalLM} and {@code Qwen2ForCausalLM}, and what
 * {@code _init_weights} gives them: normals of {@code initializer_range} for weights, zeros for biases and for the row of the padding token, ones
 * for norms. An output that is tied to the embedding is not in its files, and not here.
 */
record HuggingFaceLlama(ModelConfig config) {

    private static final List<String> KNOWN = List.of("llama", "mistral", "qwen2");

    Plan plan() {
        String type = config.text("model_type").orElse("");
        if (!KNOWN.contains(type)) {
            throw new JsonException("its model_type is " + type + ", and the parameters of " + String.join(", ", KNOWN)
                    + " are known; declare those of others by Plan.of, or annotate a model");
        }
        return Plan.of(this::declare);
    }

    private void declare(WeightsBuilder model) {
        DType dtype = config.dtype();
        long hidden = config.size("hidden_size");
        long vocabulary = config.size("vocab_size");
        long layers = config.layers("num_hidden_layers");
        Initializer normal = normal();
        OptionalLong padding = config.row("pad_token_id", vocabulary);
        Initializer embedding = padding.isEmpty()
                ? normal
                : normal.withRows(padding.getAsLong(), padding.getAsLong() + 1, Initializers.zeros());
        model.tensor("model.embed_tokens.weight", dtype, embedding, vocabulary, hidden);
        for (long layer = 0; layer < layers; layer++) {
            model.scope("model.layers." + layer, this::declareLayer);
        }
        model.tensor("model.norm.weight", dtype, Initializers.ones(), hidden);
        if (!config.isTrue("tie_word_embeddings", false)) {
            model.tensor("lm_head.weight", dtype, normal, vocabulary, hidden);
        }
    }

    private Initializer normal() {
        return Initializers.normal(0, config.number("initializer_range", 0.02));
    }

    private void declareLayer(WeightsBuilder layer) {
        long hidden = config.size("hidden_size");
        long inner = config.size("intermediate_size");
        long heads = config.size("num_attention_heads");
        long groups = config.size("num_key_value_heads", heads);
        long head =
                config.says("head_dim") ? config.size("head_dim") : config.head("num_attention_heads", hidden, heads);
        boolean isQwen = config.text("model_type").equals(Optional.of("qwen2"));
        boolean hasBias = config.isTrue("attention_bias", isQwen);
        layer.scope("self_attn", attention -> {
            linear(attention, "q_proj", heads * head, hidden, hasBias);
            linear(attention, "k_proj", groups * head, hidden, hasBias);
            linear(attention, "v_proj", groups * head, hidden, hasBias);
            linear(attention, "o_proj", hidden, heads * head, hasBias && !isQwen);
        });
        boolean hasInnerBias = config.isTrue("mlp_bias", false);
        layer.scope("mlp", mlp -> {
            linear(mlp, "gate_proj", inner, hidden, hasInnerBias);
            linear(mlp, "up_proj", inner, hidden, hasInnerBias);
            linear(mlp, "down_proj", hidden, inner, hasInnerBias);
        });
        DType dtype = config.dtype();
        layer.tensor("input_layernorm.weight", dtype, Initializers.ones(), hidden)
                .tensor("post_attention_layernorm.weight", dtype, Initializers.ones(), hidden);
    }

    private void linear(WeightsBuilder owner, String name, long out, long in, boolean hasBias) {
        owner.tensor(name + ".weight", config.dtype(), normal(), out, in);
        if (hasBias) {
            owner.tensor(name + ".bias", config.dtype(), Initializers.zeros(), out);
        }
    }
}
