package org.initweights.samples.zoo.nn;

import static org.initweights.Layer.GROUP_NORM;

import org.initweights.annotation.Shape;
import org.initweights.annotation.TorchDefault;

/** {@code nn.GroupNorm}. */
public class GroupNorm implements Module {

    final int channels;

    @Shape(dims = "channels")
    @TorchDefault(GROUP_NORM)
    float[] weight;

    @Shape(dims = "channels")
    @TorchDefault(value = GROUP_NORM, weight = "weight")
    float[] bias;

    public GroupNorm(int channels) {
        this.channels = channels;
    }
}
