package org.initweights.cli.input;

import org.initweights.DType;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.Plan;
import org.initweights.Recipes;
import org.initweights.WeightsBuilder;

/**
 * The parameters of torchtitan's Llama 3, {@code torchtitan/models/llama3}, and what its {@code init_weights} gives them: truncated normals of
 * 0.02, of 0.02 / √(2·(layer + 1)) for what a layer adds to the residual, N(0, 1) for the embedding and 1 / √dim for the output.
 */
final class TorchtitanLlama {

    private static final double STD = 0.02;

    private TorchtitanLlama() {}

    static Plan plan(ModelConfig config) {
        return Plan.of(model -> declare(model, config));
    }

    private static void declare(WeightsBuilder model, ModelConfig config) {
        DType dtype = config.dtype();
        long dim = config.size("dim");
        long layers = config.layers("n_layers");
        long vocabulary = config.size("vocab_size");
        model.tensor("tok_embeddings.weight", dtype, Initializers.normal(), vocabulary, dim);
        for (long i = 0; i < layers; i++) {
            long depth = config.isTrue("depth_init", true) ? i + 1 : layers;
            double residual = STD / Math.sqrt(2.0 * depth);
            model.scope("layers." + i, layer -> declareLayer(layer, config, dim, residual));
        }
        model.tensor("norm.weight", dtype, Initializers.ones(), dim)
                .tensor("output.weight", dtype, Recipes.llamaOutput(), vocabulary, dim);
    }

    private static void declareLayer(WeightsBuilder layer, ModelConfig config, long dim, double residual) {
        DType dtype = config.dtype();
        long heads = config.size("n_heads");
        long groups = config.size("n_kv_heads", heads);
        long head = config.head("n_heads", dim, heads);
        long inner = inner(config, dim);
        Initializer first = Initializers.truncNormal(0, STD);
        Initializer last = Initializers.truncNormal(0, residual);
        layer.tensor("attention.wq.weight", dtype, first, heads * head, dim)
                .tensor("attention.wk.weight", dtype, first, groups * head, dim)
                .tensor("attention.wv.weight", dtype, first, groups * head, dim)
                .tensor("attention.wo.weight", dtype, last, dim, heads * head)
                .tensor("feed_forward.w1.weight", dtype, first, inner, dim)
                .tensor("feed_forward.w2.weight", dtype, last, dim, inner)
                .tensor("feed_forward.w3.weight", dtype, last, inner, dim)
                .tensor("attention_norm.weight", dtype, Initializers.ones(), dim)
                .tensor("ffn_norm.weight", dtype, Initializers.ones(), dim);
    }

    /** Two thirds of four times the width, times a factor, up to a multiple. */
    private static long inner(ModelConfig config, long dim) {
        long inner = 2 * (4 * dim) / 3;
        double factor = config.number("ffn_dim_multiplier", 1);
        long scaled = factor == 1
                ? inner
                : ModelConfig.bounded("ffn_dim_multiplier", (long) (factor * inner), ModelConfig.LARGEST_SIZE);
        long multiple = config.size("multiple_of", 256);
        return (scaled + multiple - 1) / multiple * multiple;
    }
}
