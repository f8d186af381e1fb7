package org.initweights.samples.zoo.swin;

import java.util.ArrayList;
import java.util.List;
import org.initweights.annotation.InitRule;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.Zeros;
import org.initweights.samples.zoo.nn.LayerNorm;
import org.initweights.samples.zoo.nn.Linear;

/** The classifier. The convolution of the patches keeps PyTorch's default; linear layers have timm's. */
@InitWeights
@SuppressWarnings("initweights:TruncationUnit") // As published.
@InitRule(type = Linear.class, param = "weight", use = SwinNormal.class)
@InitRule(type = Linear.class, param = "bias", use = Zeros.class)
public class Swin {

    static final int CLASSES = 1000;

    final PatchEmbed patch_embed;
    final List<Stage> layers = new ArrayList<>();
    final LayerNorm norm;
    final Linear head;

    public Swin(int width, List<Integer> depths, List<Integer> heads, int window) {
        patch_embed = new PatchEmbed(width);
        int channels = width;
        for (int stage = 0; stage < depths.size(); stage++) {
            boolean isLast = stage == depths.size() - 1;
            layers.add(new Stage(channels, depths.get(stage), heads.get(stage), window, !isLast));
            channels = isLast ? channels : 2 * channels;
        }
        norm = new LayerNorm(channels);
        head = new Linear(channels, CLASSES);
    }

    /** {@code swin_tiny_patch4_window7_224}. */
    public static Swin tiny() {
        return new Swin(96, List.of(2, 2, 6, 2), List.of(3, 6, 12, 24), 7);
    }
}
