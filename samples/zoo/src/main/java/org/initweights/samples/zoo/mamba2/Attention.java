package org.initweights.samples.zoo.mamba2;

import org.initweights.samples.zoo.mamba2.Config.AttentionConfig;
import org.initweights.samples.zoo.nn.Conv1d;
import org.initweights.samples.zoo.nn.Linear;
import org.initweights.samples.zoo.nn.Module;
import org.jspecify.annotations.Nullable;

/** {@code MHA}, which a few layers have in place of the mixer. */
class Attention implements Module {

    final Linear in_proj;

    @Nullable
    final Conv1d conv1d;

    final Linear out_proj;

    Attention(int width, AttentionConfig config) {
        int inner = config.queriesKeysValues();
        in_proj = new Linear(width, inner, config.inBias());
        conv1d = config.convolution() == 0 ? null : Conv1d.depthwise(inner, config.convolution(), true);
        out_proj = new Linear(config.heads() * config.headDim(), width, config.outBias());
    }
}
