package org.initweights.samples.zoo.t5;

import org.initweights.annotation.Formula;
import org.initweights.annotation.InitRule;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.Normal;
import org.initweights.recipe.T5AttentionOutput;
import org.initweights.recipe.T5KeyValue;
import org.initweights.recipe.T5Query;
import org.jspecify.annotations.Nullable;

/** Attention whose queries start smaller instead of its scores being scaled. The first of a stack knows distances, for all. */
@InitWeights
@InitRule(param = "q.weight", use = T5Query.class)
@InitRule(param = "k.weight", use = T5KeyValue.class)
@InitRule(param = "v.weight", use = T5KeyValue.class)
@InitRule(param = "o.weight", use = T5AttentionOutput.class)
@InitRule(param = "relative_attention_bias.weight", use = Attention.InverseRootOfWidth.class, optional = true)
class Attention {

    final int width;
    final int headSize;
    final Linear q;
    final Linear k;
    final Linear v;
    final Linear o;

    @Nullable
    final Embedding relative_attention_bias;

    Attention(Config config, boolean knowsDistances) {
        int inner = config.heads() * config.headSize();
        width = config.width();
        headSize = config.headSize();
        q = new Linear(width, inner);
        k = new Linear(width, inner);
        v = new Linear(width, inner);
        o = new Linear(inner, width);
        relative_attention_bias = knowsDistances ? new Embedding(config.buckets(), config.heads()) : null;
    }

    @Normal
    @Formula(std = "1 / sqrt(width)")
    @interface InverseRootOfWidth {}
}
