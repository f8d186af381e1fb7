package org.initweights.samples.zoo.griffin;

import org.initweights.annotation.InitRule;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Zeros;
import org.initweights.samples.zoo.nn.Linear;
import org.initweights.samples.zoo.nn.Module;

/** A perceptron whose values are gated. */
@InitRule(param = "ffw_down.weight", use = FinalNormal.class)
@InitRule(param = "ffw_down.bias", use = Zeros.class)
class MlpBlock implements Module {

    final Config config;
    final Einsum ffw_up;
    final Linear ffw_down;

    MlpBlock(Config config) {
        this.config = config;
        ffw_up = new Einsum(2, config.width(), config.expanded());
        ffw_down = new Linear(config.expanded(), config.width());
    }

    /** Several linear layers of the same inputs: {@code ...td,cdD->c...tD}. */
    static class Einsum implements Module {

        final int layers;
        final int in;
        final int out;

        @Shape(dims = "layers, in, out", inAxes = 1, outAxes = 2, batchAxes = 0)
        @FanInNormal
        float[] w;

        @Shape(dims = "layers, 1, 1, out")
        @Zeros
        float[] b;

        Einsum(int layers, int in, int out) {
            this.layers = layers;
            this.in = in;
            this.out = out;
        }
    }
}
