package org.initweights.samples.zoo.dit;

import java.util.List;
import java.util.stream.Stream;
import org.initweights.annotation.InitRule;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.Skip;
import org.initweights.annotation.XavierUniform;
import org.initweights.annotation.Zeros;
import org.initweights.samples.zoo.nn.Activation;
import org.initweights.samples.zoo.nn.Embedding;
import org.initweights.samples.zoo.nn.Linear;
import org.initweights.samples.zoo.nn.Module;

/** The model: {@code DiT} with {@code learn_sigma}. First what is for all linear layers, then the exceptions. */
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

    static final int CLASSES = 1000;

    final PatchEmbed x_embedder;
    final TimestepEmbedder t_embedder;
    final LabelEmbedder y_embedder;

    /** A fixed table of sines and cosines, which is not trained. */
    @Skip
    final float[] pos_embed;

    final List<DitBlock> blocks;
    final FinalLayer final_layer;

    public Dit(int inputSize, int patchSize, int channels, int hidden, int depth) {
        x_embedder = new PatchEmbed(channels, hidden, patchSize);
        t_embedder = new TimestepEmbedder(hidden);
        y_embedder = new LabelEmbedder(CLASSES, hidden);
        pos_embed = PositionTable.of(inputSize / patchSize, hidden);
        blocks = Stream.generate(() -> new DitBlock(hidden)).limit(depth).toList();
        final_layer = new FinalLayer(hidden, patchSize, 2 * channels);
    }

    /** DiT-XL/2 for images of 256 × 256. */
    public static Dit xl2() {
        return new Dit(32, 2, 4, 1152, 28);
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

        /** One more class, for images whose label is dropped. */
        LabelEmbedder(int classes, int hidden) {
            embedding_table = new Embedding(classes + 1, hidden);
        }
    }
}
