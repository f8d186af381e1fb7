package org.initweights.samples.zoo.nn;

import static org.initweights.Layer.LAYER_NORM;

import org.initweights.annotation.Shape;
import org.initweights.annotation.TorchDefault;

/** {@code nn.LayerNorm}; without {@code elementwise_affine} it has no parameter. */
public class LayerNorm implements Module {

    final int features;
    final boolean elementwiseAffine;

    @Shape(dims = "features", onlyIf = "elementwiseAffine")
    @TorchDefault(LAYER_NORM)
    float[] weight;

    @Shape(dims = "features", onlyIf = "elementwiseAffine")
    @TorchDefault(value = LAYER_NORM, weight = "weight")
    float[] bias;

    public LayerNorm(int features) {
        this(features, true);
    }

    public LayerNorm(int features, boolean elementwiseAffine) {
        this.features = features;
        this.elementwiseAffine = elementwiseAffine;
    }
}
