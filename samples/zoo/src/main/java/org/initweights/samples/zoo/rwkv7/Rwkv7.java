package org.initweights.samples.zoo.rwkv7;

import java.util.List;
import java.util.stream.IntStream;
import org.initweights.annotation.Formula;
import org.initweights.annotation.InitRule;
import org.initweights.annotation.Orthogonal;
import org.initweights.annotation.Uniform;
import org.initweights.samples.zoo.nn.Embedding;
import org.initweights.samples.zoo.nn.LayerNorm;
import org.initweights.samples.zoo.nn.Linear;
import org.initweights.samples.zoo.nn.Module;

/** The language model: {@code RWKV}. Its rules, and those of {@link Block}, are {@code generate_init_weight}. */
@InitRule(param = "emb.weight", use = Rwkv7.NearZero.class)
@InitRule(param = "head.weight", use = Rwkv7.Head.class)
public class Rwkv7 implements Module {

    final Config config;
    final Embedding emb;
    final List<Block> blocks;
    final LayerNorm ln_out;
    final Linear head;

    public Rwkv7(Config config) {
        this.config = config;
        emb = new Embedding(config.vocabulary(), config.width());
        blocks = IntStream.range(0, config.layers())
                .mapToObj(layer -> new Block(config, layer))
                .toList();
        ln_out = new LayerNorm(config.width());
        head = new Linear(config.width(), config.vocabulary(), false);
    }

    /** U(±1e-4): the normalisation behind it makes what it likes of it. */
    @Uniform(a = -1e-4, b = 1e-4)
    @interface NearZero {}

    /** Half of an orthogonal matrix, and more if there are more tokens than channels. */
    @Orthogonal
    @Formula(gain = "0.5 * sqrt(max(1, shape.out / shape.in))")
    @interface Head {}
}
