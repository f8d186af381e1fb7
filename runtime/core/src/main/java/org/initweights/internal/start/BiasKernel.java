package org.initweights.internal.start;

import java.util.Arrays;
import org.initweights.InitializationException;
import org.initweights.internal.draw.Sampler;
import org.initweights.internal.fill.ResizedFill;
import org.initweights.internal.tensor.RangeStorage;
import org.initweights.internal.tensor.Storage;

/**
 * Writes the new elements of the bias of an output layer for another vocabulary: normal, with the mean of the old ones and 10⁻⁹ of their
 * standard deviation, that of a sample. If they do not vary, or there is one, the new ones are the mean.
 *
 * <p><b>Origin.</b> {@code _init_added_lm_head_bias_with_mean} of Hugging Face's transformers, which gives NaN for a single old element.
 *
 * <p><b>What it consumes.</b> One normal a new element, all of them as one part, in the storage's precision; nothing if they are the mean.
 *
 * <p><b>Cost.</b> The old elements are read twice, in pieces of 64 Ki.
 */
final class BiasKernel {

    private static final int PIECE = 1 << 16;

    private BiasKernel() {}

    /** Writes the elements behind those that are kept. */
    static void writeNew(ResizedFill fill, SourceTensor source, PieceWriter writer, Sampler sampler) {
        long old = fill.source().size(0);
        double mean = sum(source, old, value -> value) / old;
        if (!Double.isFinite(mean)) {
            throw new InitializationException(
                    "WeightsNotFinite",
                    fill.call(),
                    null,
                    "needs finite elements to make new ones of, but their mean is " + mean);
        }
        double squares = sum(source, old, value -> (value - mean) * (value - mean));
        double std = old == 1 ? 0 : ResizedFill.BIAS_STD * Math.sqrt(squares / (old - 1));
        long added = fill.rows() - fill.kept();
        if (std > 0) {
            Storage target = new RangeStorage(writer.target(), fill.kept(), added);
            AddedStorage moved =
                    new AddedStorage(target, fill.kept(), (from, values) -> Arrays.fill(values, mean), writer);
            sampler.part(fill.kept()).normal(moved, 0, std);
        } else {
            writer.write(fill.kept(), fill.rows(), (from, values) -> Arrays.fill(values, mean));
        }
    }

    private interface Term {
        double of(double value);
    }

    private static double sum(SourceTensor source, long elements, Term term) {
        double sum = 0;
        for (long from = 0; from < elements; from += PIECE) {
            double[] values = new double[(int) Math.min(PIECE, elements - from)];
            source.read(from, values);
            for (double value : values) {
                sum += term.of(value);
            }
        }
        return sum;
    }
}
