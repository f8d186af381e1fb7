package org.initweights.samples.gpt2;

import org.initweights.annotation.InitWeights;

/** One layer of the transformer: attention, then a perceptron, each on a residual branch after a normalisation. */
@InitWeights
class Block {

    final LayerNorm ln_1 = new LayerNorm();
    final Attention attn = new Attention();
    final LayerNorm ln_2 = new LayerNorm();
    final Mlp mlp = new Mlp();

    /** Queries, keys and values come packed from one matrix. */
    @InitWeights
    static class Attention {
        final Conv1D c_attn = new Conv1D(Gpt2.WIDTH, 3 * Gpt2.WIDTH);
        final Conv1D c_proj = new Conv1D(Gpt2.WIDTH, Gpt2.WIDTH);
    }

    @InitWeights
    static class Mlp {
        final Conv1D c_fc = new Conv1D(Gpt2.WIDTH, 4 * Gpt2.WIDTH);
        final Conv1D c_proj = new Conv1D(4 * Gpt2.WIDTH, Gpt2.WIDTH);
    }
}
