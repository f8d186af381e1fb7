package org.initweights.samples.zoo.griffin;

import org.initweights.annotation.Formula;
import org.initweights.annotation.Normal;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Zeros;
import org.initweights.samples.zoo.nn.Module;

/** A convolution over time, of each channel for itself. */
final class Conv1d implements Module {

    final int width;
    final int temporalWidth;

    @Shape(dims = "temporalWidth, width")
    @Normal
    @Formula(std = "sqrt(0.01 / temporalWidth)")
    float[] w;

    @Shape(dims = "width")
    @Zeros
    float[] b;

    Conv1d(int width, int temporalWidth) {
        this.width = width;
        this.temporalWidth = temporalWidth;
    }
}
