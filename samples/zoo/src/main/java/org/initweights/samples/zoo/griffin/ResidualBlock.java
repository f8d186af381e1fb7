package org.initweights.samples.zoo.griffin;

import org.initweights.samples.zoo.griffin.Config.TemporalBlock;
import org.initweights.samples.zoo.nn.Module;
import org.jspecify.annotations.Nullable;

/** A layer: what mixes tokens, and what mixes channels. */
class ResidualBlock implements Module {

    final RmsNorm temporal_pre_norm;

    @Nullable
    final RecurrentBlock recurrent_block;

    @Nullable
    final LocalAttentionBlock attention_block;

    final RmsNorm channel_pre_norm;
    final MlpBlock mlp_block;

    ResidualBlock(Config config, TemporalBlock type) {
        temporal_pre_norm = new RmsNorm(config.width());
        recurrent_block = type == TemporalBlock.RECURRENT ? new RecurrentBlock(config) : null;
        attention_block = type == TemporalBlock.ATTENTION ? new LocalAttentionBlock(config) : null;
        channel_pre_norm = new RmsNorm(config.width());
        mlp_block = new MlpBlock(config);
    }
}
