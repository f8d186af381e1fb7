package org.initweights.internal.start;

import org.initweights.internal.draw.Sampler;
import org.initweights.internal.fill.CopiedFill;
import org.initweights.internal.tensor.Storage;

/**
 * Writes a stored tensor, as often as the fill says: experts that begin as the dense layer. Komatsuzaki and others, <i>Sparse upcycling</i>, 2022.
 *
 * <p>Without noise it draws nothing; with noise, one normal an element, in the storage's precision. Memory: pieces of 64 Ki elements, and with noise
 * what the sampler puts at a time.
 */
final class CopyKernel {

    private CopyKernel() {}

    static void write(Storage target, CopiedFill fill, SourceTensor source, Sampler sampler) {
        PieceWriter writer = new PieceWriter(fill, target, sampler.workers());
        PieceWriter.Piece copies = (from, values) -> read(fill, source, from, values);
        if (fill.noiseStd() == 0) {
            writer.write(copies);
        } else {
            sampler.normal(new AddedStorage(target, 0, copies, writer), 0, fill.noiseStd());
        }
    }

    /** Reads elements of the copies, which lie one behind the other. */
    private static void read(CopiedFill fill, SourceTensor source, long from, double[] values) {
        long length = fill.source().elements();
        int done = 0;
        while (done < values.length) {
            long place = (from + done) % length;
            double[] part = new double[(int) Math.min(values.length - done, length - place)];
            source.read(place, part);
            System.arraycopy(part, 0, values, done, part.length);
            done += part.length;
        }
    }
}
