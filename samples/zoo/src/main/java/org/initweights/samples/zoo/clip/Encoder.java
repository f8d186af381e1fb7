package org.initweights.samples.zoo.clip;

import java.util.List;
import java.util.stream.Stream;
import org.initweights.annotation.Formula;
import org.initweights.annotation.InitRule;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.Normal;
import org.initweights.samples.zoo.nn.LayerNorm;
import org.initweights.samples.zoo.nn.Linear;

/** The layers of a tower. */
@InitWeights
class Encoder {

    final List<EncoderLayer> layers;

    Encoder(TowerConfig config) {
        layers = Stream.generate(() -> new EncoderLayer(config))
                .limit(config.layers())
                .toList();
    }

    @InitWeights
    static class EncoderLayer {

        final Attention self_attn;
        final LayerNorm layer_norm1;
        final Mlp mlp;
        final LayerNorm layer_norm2;

        EncoderLayer(TowerConfig config) {
            self_attn = new Attention(config);
            layer_norm1 = new LayerNorm(config.hidden());
            mlp = new Mlp(config);
            layer_norm2 = new LayerNorm(config.hidden());
        }
    }

    /** All four projections but the last start smaller, for the layers of a tower add up. */
    @InitWeights
    @InitRule(type = Linear.class, param = "weight", use = InProjection.class)
    @InitRule(type = Linear.class, param = "out_proj.weight", use = OutProjection.class)
    static class Attention {

        final TowerConfig config;
        final Linear k_proj;
        final Linear v_proj;
        final Linear q_proj;
        final Linear out_proj;

        Attention(TowerConfig config) {
            this.config = config;
            k_proj = new Linear(config.hidden(), config.hidden());
            v_proj = new Linear(config.hidden(), config.hidden());
            q_proj = new Linear(config.hidden(), config.hidden());
            out_proj = new Linear(config.hidden(), config.hidden());
        }
    }

    @InitWeights
    @InitRule(param = "fc1.weight", use = Fc1.class)
    @InitRule(param = "fc2.weight", use = InProjection.class)
    static class Mlp {

        final TowerConfig config;
        final Linear fc1;
        final Linear fc2;

        Mlp(TowerConfig config) {
            this.config = config;
            fc1 = new Linear(config.hidden(), config.intermediate());
            fc2 = new Linear(config.intermediate(), config.hidden());
        }
    }

    @Normal
    @Formula(std = "1 / sqrt(config.hidden) / sqrt(2 * config.layers)")
    @interface InProjection {}

    @Normal
    @Formula(std = "1 / sqrt(config.hidden)")
    @interface OutProjection {}

    @Normal
    @Formula(std = "1 / sqrt(2 * config.hidden)")
    @interface Fc1 {}
}
