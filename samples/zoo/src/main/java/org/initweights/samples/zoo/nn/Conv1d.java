package org.initweights.samples.zoo.nn;

import static org.initweights.Layer.CONV;

import org.initweights.annotation.Shape;
import org.initweights.annotation.TorchDefault;

/** {@code nn.Conv1d}. */
public class Conv1d implements Module {

    final int in;
    final int out;
    final int k;
    final int groups;
    final boolean hasBias;

    @Shape(dims = "out, in / groups, k", groupsOf = "groups")
    @TorchDefault(CONV)
    float[] weight;

    @Shape(dims = "out", onlyIf = "hasBias")
    @TorchDefault(value = CONV, weight = "weight")
    float[] bias;

    public Conv1d(int in, int out, int k) {
        this(in, out, k, true);
    }

    public Conv1d(int in, int out, int k, boolean hasBias) {
        this(in, out, k, 1, hasBias);
    }

    private Conv1d(int in, int out, int k, int groups, boolean hasBias) {
        this.in = in;
        this.out = out;
        this.k = k;
        this.groups = groups;
        this.hasBias = hasBias;
    }

    /** Each channel for itself: {@code groups = channels}. */
    public static Conv1d depthwise(int channels, int k, boolean hasBias) {
        return new Conv1d(channels, channels, k, channels, hasBias);
    }
}
