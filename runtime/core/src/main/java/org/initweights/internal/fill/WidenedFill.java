package org.initweights.internal.fill;

import java.nio.file.Path;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.TensorShape;

/**
 * A stored tensor with more channels along one axis, of which the first are the old ones and each other is a copy of a random one.
 *
 * @param axis the axis of the channels
 * @param width how many channels there are to be
 * @param side whether the copies are whole, or share the weight of the original
 * @param layer with {@code seed} chooses the copied channels, and so ties the two sides
 */
public record WidenedFill(
        Path file, String tensor, TensorShape source, int axis, long width, WidenedSide side, String layer, long seed)
        implements Fill, FromWeights {

    /** Channels are chosen, and counted, in arrays. */
    private static final long MOST_CHANNELS = 1 << 28;

    public WidenedFill {
        file = StoredFile.absolute(file);
        if (axis < 0 || axis >= source.rank()) {
            throw new InitializationException(
                    "WeightsShape",
                    side.call(tensor),
                    null,
                    "needs an axis of channels, but " + source + " has no axis " + axis);
        }
        if (source.size(axis) == 0 || width < source.size(axis) || width > MOST_CHANNELS) {
            throw new InitializationException(
                    "WidenedChannels",
                    side.call(tensor),
                    null,
                    "cannot make " + width + " channels of the " + source.size(axis) + " of " + source
                            + "; wider is as many or more, up to " + MOST_CHANNELS);
        }
        Argument.product(source.elements() / source.size(axis), width);
    }

    /** How many channels there are in the file. */
    public long channels() {
        return source.size(axis);
    }

    @Override
    public double mean() {
        return UNKNOWN;
    }

    @Override
    public double std() {
        return UNKNOWN;
    }

    @Override
    public boolean fits(long elements) {
        return elements == Argument.product(source.elements() / channels(), width);
    }

    @Override
    public String call() {
        return side.call(tensor);
    }

    @Override
    public String toString() {
        return place() + ", " + channels() + (side == WidenedSide.OUT ? " out" : " in") + " channels widened to "
                + width + " by \"" + layer + "\", seed " + seed;
    }
}
