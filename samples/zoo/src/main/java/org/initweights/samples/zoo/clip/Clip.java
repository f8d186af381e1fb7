package org.initweights.samples.zoo.clip;

import org.initweights.annotation.Constant;
import org.initweights.annotation.InitRule;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Zeros;
import org.initweights.samples.zoo.nn.Linear;

/** Both towers, and the projections to the space that they share. */
@InitWeights
@InitRule(type = Linear.class, param = "bias", use = Zeros.class)
@InitRule(param = "*_projection.weight", use = InverseRootOfIn.class)
public class Clip {

    /** The logarithm of 1 / 0.07. */
    @Shape({})
    @Constant(2.6592)
    float[] logit_scale;

    final TextTransformer text_model;
    final VisionTransformer vision_model;
    final Linear visual_projection;
    final Linear text_projection;

    public Clip(
            int vocabulary, int context, TowerConfig text, int image, int patch, TowerConfig vision, int projection) {
        text_model = new TextTransformer(vocabulary, context, text);
        vision_model = new VisionTransformer(image, patch, vision);
        visual_projection = new Linear(vision.hidden(), projection, false);
        text_projection = new Linear(text.hidden(), projection, false);
    }

    /** The published ViT-B/32. */
    public static Clip vitB32() {
        return new Clip(49_408, 77, new TowerConfig(512, 12), 224, 32, new TowerConfig(768, 12), 512);
    }
}
