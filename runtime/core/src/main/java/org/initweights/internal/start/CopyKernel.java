package org.initweights.internal.start;

import org.initweights.internal.draw.Sampler;
import org.initweights.internal.fill.CopiedFill;
import org.initweights.internal.tensor.DoubleArrayStorage;
import org.initweights.internal.tensor.FloatArrayStorage;
import org.initweights.internal.tensor.ForwardingStorage;
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
        if (fill.noiseStd() == 0) {
            writer.write((from, values) -> read(fill, source, from, values));
        } else {
            sampler.normal(new Noisy(target, fill, source, writer), 0, fill.noiseStd());
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

    /** A storage that adds the stored elements to what is put. */
    private record Noisy(Storage target, CopiedFill fill, SourceTensor source, PieceWriter writer)
            implements ForwardingStorage {

        @Override
        public void put(long offset, float[] noise, int count) {
            add(offset, new FloatArrayStorage(noise), count);
        }

        @Override
        public void put(long offset, double[] noise, int count) {
            add(offset, new DoubleArrayStorage(noise), count);
        }

        private void add(long offset, Storage noise, int count) {
            double[] values = new double[count];
            read(fill, source, offset, values);
            for (int i = 0; i < count; i++) {
                values[i] += noise.get(i);
            }
            writer.put(offset, values);
        }
    }
}
