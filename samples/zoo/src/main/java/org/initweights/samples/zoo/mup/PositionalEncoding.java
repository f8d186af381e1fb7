package org.initweights.samples.zoo.mup;

import org.initweights.annotation.NonTrainable;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Table;
import org.initweights.samples.zoo.nn.Module;

/** Sines and cosines of the position, side by side, which are not trained. */
class PositionalEncoding implements Module {

    private static final String FREQUENCY = "exp(2 * floor(i2 / 2) * (-log(10000) / n2))";

    final int width;

    @Shape(dims = "5000, 1, width")
    @NonTrainable
    @Table("mod(i2, 2) == 0 ? sin(i0 * " + FREQUENCY + ") : cos(i0 * " + FREQUENCY + ")")
    float[] pe;

    PositionalEncoding(int width) {
        this.width = width;
    }
}
