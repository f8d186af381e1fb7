package org.initweights.samples.zoo.efficientnet;

import java.util.ArrayList;
import java.util.List;
import org.initweights.annotation.InitWeights;

/** A stem, stages of blocks, a head and a classifier. */
@InitWeights
public class EfficientNet {

    final Conv2d conv_stem;
    final BatchNorm2d bn1;
    final List<List<Block>> blocks = new ArrayList<>();
    final Conv2d conv_head;
    final BatchNorm2d bn2;
    final Classifier classifier;

    public EfficientNet(int stem, List<Stage> stages, int head, int classes) {
        conv_stem = Conv2d.dense(3, stem, 3);
        bn1 = new BatchNorm2d(stem);
        int channels = stem;
        for (Stage stage : stages) {
            blocks.add(stage.blocks(channels));
            channels = stage.out();
        }
        conv_head = Conv2d.pointwise(channels, head);
        bn2 = new BatchNorm2d(head);
        classifier = new Classifier(head, classes);
    }

    /** {@code efficientnet_b0}. */
    public static EfficientNet b0() {
        List<Stage> stages = List.of(
                new Stage(1, 1, 3, 16),
                new Stage(2, 6, 3, 24),
                new Stage(2, 6, 5, 40),
                new Stage(3, 6, 3, 80),
                new Stage(3, 6, 5, 112),
                new Stage(4, 6, 5, 192),
                new Stage(1, 6, 3, 320));
        return new EfficientNet(32, stages, 1280, 1000);
    }

    /**
     * Blocks of one resolution.
     *
     * @param blocks how many
     * @param expansion how many times wider a block is inside
     * @param k the size of its kernels
     * @param out its channels
     */
    public record Stage(int blocks, int expansion, int k, int out) {

        List<Block> blocks(int in) {
            List<Block> made = new ArrayList<>();
            for (int block = 0; block < blocks; block++) {
                int channels = block == 0 ? in : out;
                made.add(
                        expansion == 1
                                ? new DepthwiseSeparable(channels, out, k)
                                : new InvertedResidual(channels, out, expansion, k));
            }
            return made;
        }
    }
}
