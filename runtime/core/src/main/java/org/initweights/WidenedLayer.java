package org.initweights;

import java.nio.file.Path;
import org.initweights.internal.fill.WidenedSide;
import org.initweights.internal.start.WeightsInitializer;

/**
 * A layer with more channels that computes what the narrow one does: the old channels, then copies of random ones; the layer after it divides
 * what it had for a channel among the copies.
 *
 * <pre>{@code
 * WidenedLayer hidden = Initializers.from(Path.of("small.safetensors")).widened("hidden", 42);
 * Parameters.of(p -> p
 *         .tensor("fc1.weight", weight1, hidden.outChannels("fc1.weight"), 96, 32)           // 64 in the file
 *         .tensor("fc1.bias", bias1, hidden.outChannels("fc1.bias"), 96)
 *         .tensor("fc2.weight", weight2, hidden.inChannels("fc2.weight"), 10, 96));
 * }</pre>
 *
 * <p>Which channels are copied is a function of the seed, the layer's name and the two widths, whatever random source the model is initialised
 * from. So both sides come from one object, and other layers of the same width have other names. What is between the two sides must treat
 * channels alike: an activation, a pooling, a batch norm whose parameters are {@link #outChannels} too. A network that goes on training needs
 * something that tells copies apart, such as dropout.
 *
 * <p>Source: Chen, Goodfellow and Shlens, <i>Net2Net: Accelerating learning via knowledge transfer</i>, 2015.
 *
 * <p>It is immutable, and threads may share it. {@link BaseWeights#widened} makes it.
 */
public final class WidenedLayer {

    private final Path file;
    private final String layer;
    private final long seed;

    WidenedLayer(Path file, String layer, long seed) {
        this.file = file;
        this.layer = layer;
        this.seed = seed;
    }

    /**
     * A parameter of the widened layer itself, or of a normalisation behind it: more out channels, on the axis that its layout has them on. A
     * parameter of one dimension has nothing else.
     */
    public Initializer outChannels(String tensor) {
        return WeightsInitializer.widened(file, tensor, WidenedSide.OUT, layer, seed);
    }

    /** The weight of the layer that follows: more in channels, on the axis that its layout has them on. */
    public Initializer inChannels(String tensor) {
        return WeightsInitializer.widened(file, tensor, WidenedSide.IN, layer, seed);
    }

    /** {@code widened("hidden", 42)}. */
    @Override
    public String toString() {
        return "widened(\"" + layer + "\", " + seed + ")";
    }
}
