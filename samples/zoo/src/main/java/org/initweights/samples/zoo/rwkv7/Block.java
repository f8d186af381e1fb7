package org.initweights.samples.zoo.rwkv7;

import org.initweights.annotation.Constant;
import org.initweights.annotation.Formula;
import org.initweights.annotation.InitRule;
import org.initweights.annotation.Orthogonal;
import org.initweights.samples.zoo.nn.LayerNorm;
import org.initweights.samples.zoo.nn.Module;
import org.jspecify.annotations.Nullable;

/** A layer. The first normalises the embedding, too. Its rules are what {@code generate_init_weight} makes of what its parts begin with. */
@InitRule(param = "att.ln_x.weight", use = Block.LayerScale.class)
@InitRule(param = "att.receptance.weight", use = Orthogonal.class)
@InitRule(param = "att.key.weight", use = Block.SmallOrthogonal.class)
@InitRule(param = "att.value.weight", use = Orthogonal.class)
@InitRule(param = "ffn.key.weight", use = Orthogonal.class)
class Block implements Module {

    final int layer;
    final int layers;
    final LayerNorm ln1;
    final LayerNorm ln2;

    @Nullable
    final LayerNorm ln0;

    final TimeMix att;
    final ChannelMix ffn;

    Block(Config config, int layer) {
        this.layer = layer;
        layers = config.layers();
        ln1 = new LayerNorm(config.width());
        ln2 = new LayerNorm(config.width());
        ln0 = layer == 0 ? new LayerNorm(config.width()) : null;
        att = new TimeMix(config, layer);
        ffn = new ChannelMix(config, layer);
    }

    @Orthogonal(gain = 0.1)
    @interface SmallOrthogonal {}

    /** The later the layer, the more of its heads goes on. */
    @Constant(1)
    @Formula(value = "pow((1 + layer) / layers, 0.7)")
    @interface LayerScale {}
}
