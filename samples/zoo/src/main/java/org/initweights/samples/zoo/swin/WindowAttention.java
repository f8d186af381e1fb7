package org.initweights.samples.zoo.swin;

import org.initweights.annotation.NonTrainable;
import org.initweights.annotation.Shape;
import org.initweights.recipe.SwinRelativePositionIndex;
import org.initweights.samples.zoo.nn.Linear;

/** Attention within a window, with a learnt bias for each head and each distance in the window. */
class WindowAttention {

    final int window;
    final int heads;

    @Shape(dims = "(2 * window - 1) * (2 * window - 1), heads")
    @SwinNormal
    @SuppressWarnings("initweights:TruncationUnit") // As published.
    float[] relative_position_bias_table;

    /** Which row of the table two places in the window look up: in the published checkpoints, though it is not trained. */
    @Shape(dims = "window * window, window * window")
    @SwinRelativePositionIndex
    @NonTrainable
    long[] relative_position_index;

    final Linear qkv;
    final Linear proj;

    WindowAttention(int channels, int heads, int window) {
        this.window = window;
        this.heads = heads;
        qkv = new Linear(channels, 3 * channels);
        proj = new Linear(channels, channels);
    }

    /** How wide the window is, which is square. */
    int width() {
        return window;
    }
}
