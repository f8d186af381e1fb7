package org.initweights.samples.zoo.dit;

import java.util.List;
import java.util.stream.Stream;
import org.initweights.annotation.InitRule;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.NonTrainable;
import org.initweights.annotation.Shape;
import org.initweights.annotation.XavierUniform;
import org.initweights.annotation.Zeros;
import org.initweights.recipe.SinCos2dPositions;
import org.initweights.samples.zoo.nn.Activation;
import org.initweights.samples.zoo.nn.Embedding;
import org.initweights.samples.zoo.nn.Linear;
import org.initweights.samples.zoo.nn.Module;

/** The model: {@code DiT}. First what is for all linear layers, then the exceptions. */
@InitWeights
@InitRule(type = Linear.class, param = "weight", use = XavierUniform.class)
@InitRule(type = Linear.class, param = "bias", use = Zeros.class)
@InitRule(param = "x_embedder.proj.weight", use = XavierOfPatches.class)
@InitRule(param = "x_embedder.proj.bias", use = Zeros.class)
@InitRule(param = "y_embedder.embedding_table.weight", use = Normal02.class)
@InitRule(param = "t_embedder.mlp.*.weight", use = Normal02.class, priority = 1)
@InitRule(param = "blocks.*.adaLN_modulation.**", use = AdaLnZero.class, priority = 1)
@InitRule(param = "final_layer.**", use = AdaLnZero.class, priority = 1)
public class Dit {

    final int grid;
    final int hidden;

    /** Sines and cosines of the column and the row of each patch, which are not trained. */
    @Shape(dims = "1, grid * grid, hidden")
    @SinCos2dPositions
    @NonTrainable
    float[] pos_embed;

    final PatchEmbed x_embedder;
    final TimestepEmbedder t_embedder;
    final LabelEmbedder y_embedder;
    final List<DitBlock> blocks;
    final FinalLayer final_layer;

    public Dit(Config config) {
        grid = config.grid();
        hidden = config.hidden();
        x_embedder = new PatchEmbed(config.channels(), hidden, config.patchSize());
        t_embedder = new TimestepEmbedder(hidden);
        y_embedder = new LabelEmbedder(config.labels(), hidden);
        blocks = Stream.generate(() -> new DitBlock(hidden, (int) (config.mlpRatio() * hidden)))
                .limit(config.depth())
                .toList();
        final_layer = new FinalLayer(hidden, config.patchSize(), config.outChannels());
    }

    @InitWeights
    static class TimestepEmbedder {

        static final int FREQUENCIES = 256;

        final List<Module> mlp;

        TimestepEmbedder(int hidden) {
            mlp = List.of(new Linear(FREQUENCIES, hidden), Activation.SILU, new Linear(hidden, hidden));
        }
    }

    @InitWeights
    static class LabelEmbedder {

        final Embedding embedding_table;

        LabelEmbedder(int labels, int hidden) {
            embedding_table = new Embedding(labels, hidden);
        }
    }
}
