package org.initweights.samples.zoo.griffin;

import org.initweights.annotation.Shape;
import org.initweights.annotation.Zeros;
import org.initweights.samples.zoo.nn.Module;

/** A normalisation, to whose gain one is added. */
final class RmsNorm implements Module {

    final int width;

    @Shape(dims = "width")
    @Zeros
    float[] scale;

    RmsNorm(int width) {
        this.width = width;
    }
}
