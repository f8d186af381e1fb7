package org.initweights.samples.zoo.nn;

import static org.initweights.Layer.CONV;

import org.initweights.annotation.Shape;
import org.initweights.annotation.TorchDefault;

/** {@code nn.Conv2d} with a square kernel. */
public class Conv2d implements Module {

    final int in;
    final int out;
    final int k;
    final boolean hasBias;

    @Shape(dims = "out, in, k, k")
    @TorchDefault(CONV)
    float[] weight;

    @Shape(dims = "out", onlyIf = "hasBias")
    @TorchDefault(value = CONV, weight = "weight")
    float[] bias;

    public Conv2d(int in, int out, int k) {
        this(in, out, k, true);
    }

    public Conv2d(int in, int out, int k, boolean hasBias) {
        this.in = in;
        this.out = out;
        this.k = k;
        this.hasBias = hasBias;
    }
}
