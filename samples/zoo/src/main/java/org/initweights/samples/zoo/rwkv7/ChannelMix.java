package org.initweights.samples.zoo.rwkv7;

import org.initweights.annotation.InitRule;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Table;
import org.initweights.recipe.ZeroInitResidual;
import org.initweights.samples.zoo.nn.Linear;
import org.initweights.samples.zoo.nn.Module;

/** The perceptron of a layer: {@code RWKV_CMix_x070}. */
@InitRule(param = "key.weight", use = TimeMix.HalfUniform.class)
@InitRule(param = "value.weight", use = ZeroInitResidual.class)
class ChannelMix implements Module {

    final int width;
    final int layer;
    final int layers;

    /** How much of the token before this one is mixed in. */
    @Shape(dims = "1, 1, width")
    @Table("1 - pow(i2 / n2, pow(1 - layer / layers, 4))")
    float[] x_k;

    final Linear key;
    final Linear value;

    ChannelMix(Config config, int layer) {
        width = config.width();
        this.layer = layer;
        layers = config.layers();
        key = new Linear(width, 4 * width, false);
        value = new Linear(4 * width, width, false);
    }
}
