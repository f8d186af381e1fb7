package org.initweights.internal.start;

import org.initweights.internal.draw.Sampler;
import org.initweights.internal.fill.ResizedFill;
import org.initweights.internal.tensor.DoubleArrayStorage;
import org.initweights.internal.tensor.FloatArrayStorage;
import org.initweights.internal.tensor.Precision;
import org.initweights.internal.tensor.Storage;

/**
 * Writes the rows of an embedding for another vocabulary; the elements of a bias too, whose new ones are {@link BiasKernel}'s. The new ones
 * are {@code mean + Rᵀz}, where RᵀR is 10⁻⁹ times the covariance of the old ones; if that is not positive definite, they are the mean.
 *
 * <p><b>Origin.</b> Hewitt, <i>Initializing new word embeddings for pretrained language models</i>, 2021, and
 * {@code _init_added_embeddings_weights_with_mean} of Hugging Face's transformers.
 *
 * <p><b>What it consumes.</b> One normal an element of the new rows, drawn row by row in the storage's precision, each row as a part of its
 * own; nothing if the rows are the mean.
 *
 * <p><b>Cost.</b> nd² flops for the covariance of n rows of d elements, d³/3 for its factor and d² for a new row. Memory: 8d² bytes for the
 * covariance; rows pass through it in pieces. Only if there are new rows.
 */
final class ResizeKernel {

    /** How many new rows are drawn before all workers compute them. */
    private static final int BATCH = 64;

    private ResizeKernel() {}

    static void write(Storage target, ResizedFill fill, SourceTensor source, Sampler sampler) {
        PieceWriter writer = new PieceWriter(fill, target, sampler.workers());
        if (fill.rows() > fill.kept() && fill.isVector()) {
            BiasKernel.writeNew(fill, source, writer, sampler);
        } else if (fill.rows() > fill.kept()) {
            writeNew(fill, source, writer, sampler);
        }
        writer.write(0, fill.kept() * fill.columns(), source::read);
    }

    private static void writeNew(ResizedFill fill, SourceTensor source, PieceWriter writer, Sampler sampler) {
        RowMoments moments = RowMoments.of(fill, source);
        if (fill.mayVary() && moments.addCovariance(ResizedFill.COVARIANCE, sampler.workers())) {
            writeRandom(fill, moments, writer, sampler);
        } else {
            writer.write(fill.kept() * fill.columns(), writer.target().length(), moments::repeatMean);
        }
    }

    private static void writeRandom(ResizedFill fill, RowMoments moments, PieceWriter writer, Sampler sampler) {
        int columns = Math.toIntExact(fill.columns());
        for (long first = fill.kept(); first < fill.rows(); first += BATCH) {
            long begin = first;
            Storage[] drawn = new Storage[(int) Math.min(BATCH, fill.rows() - first)];
            // One after the other: sources that go on with each use draw them in this order.
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = row(columns, writer.target().precision());
                sampler.part((begin + i) * columns).normal(drawn[i], 0, 1);
            }
            double[][] rows = new double[drawn.length][];
            sampler.workers().run(drawn.length, i -> rows[i] = moments.row(drawn[i]));
            for (int i = 0; i < rows.length; i++) {
                writer.put((begin + i) * columns, rows[i]);
            }
        }
    }

    private static Storage row(int columns, Precision precision) {
        return switch (precision) {
            case SINGLE -> new FloatArrayStorage(new float[columns]);
            case DOUBLE -> new DoubleArrayStorage(new double[columns]);
        };
    }
}
