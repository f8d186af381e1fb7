package org.initweights.samples.zoo.deepseek;

import org.jspecify.annotations.Nullable;

/** Multi-head latent attention: queries, keys and values go through a narrow layer each. */
class Attention extends Module {

    @Nullable
    final Linear q_proj;

    @Nullable
    final Linear q_a_proj;

    @Nullable
    final RmsNorm q_a_layernorm;

    @Nullable
    final Linear q_b_proj;

    final Linear kv_a_proj_with_mqa;
    final RmsNorm kv_a_layernorm;
    final Linear kv_b_proj;
    final Linear o_proj;

    Attention(Config config) {
        int hidden = config.hidden();
        int queries = config.heads() * config.queryHead();
        boolean compresses = config.compressesQueries();
        q_proj = compresses ? null : new Linear(hidden, queries);
        q_a_proj = compresses ? new Linear(hidden, config.qRank(), config.attentionBias()) : null;
        q_a_layernorm = compresses ? new RmsNorm(config.qRank()) : null;
        q_b_proj = compresses ? new Linear(config.qRank(), queries) : null;
        kv_a_proj_with_mqa = new Linear(hidden, config.kvRank() + config.ropeHead(), config.attentionBias());
        kv_a_layernorm = new RmsNorm(config.kvRank());
        kv_b_proj = new Linear(config.kvRank(), config.heads() * (config.nopeHead() + config.valueHead()));
        o_proj = new Linear(config.heads() * config.valueHead(), hidden, config.attentionBias());
    }
}
