package org.initweights.internal.kernel;

import org.initweights.internal.tensor.FiniteNumbers;
import org.initweights.internal.tensor.Storage;
import org.initweights.internal.values.KnownElements;
import org.initweights.internal.work.Workers;

/**
 * Writes elements that are known: tables and given values, in double, rounded by the storage to its type.
 *
 * <p>It draws nothing, and each element depends on its index alone, so any range of them is written as in the whole. Cost: what computes
 * them ({@code runtime/docs/speed.md}), by all workers if both storage and elements allow that.
 */
public final class KnownElementsKernel {

    private static final int PIECE = 1 << 16;
    private static final int CHUNK = 1 << 13;

    private KnownElementsKernel() {}

    /** Writes all elements. */
    static void write(Storage target, KnownElements elements, Workers workers) {
        write(target, elements, 0, workers);
    }

    /**
     * Writes a range of the elements.
     *
     * @param target takes as many as it has room for
     * @param from the first element of the range
     * @throws org.initweights.InitializationException at the first element that is no number, or infinite in the type of the target
     */
    public static void write(Storage target, KnownElements elements, long from, Workers workers) {
        long length = target.length();
        if (length <= PIECE || !target.isConcurrent() || !elements.isConcurrent()) {
            write(target, elements, elements.source(length), from, 0, length);
            return;
        }
        KnownElements.Sources sources = elements.sources(length);
        workers.run(Math.toIntExact((length + PIECE - 1) / PIECE), piece -> {
            long start = (long) piece * PIECE;
            write(target, elements, sources.next(), from, start, Math.min(length, start + PIECE));
        });
    }

    private static void write(
            Storage target, KnownElements elements, KnownElements.Source source, long from, long start, long end) {
        double overflow = FiniteNumbers.overflow(target.dtype());
        double[] values = new double[(int) Math.min(CHUNK, end - start)];
        for (long offset = start; offset < end; offset += values.length) {
            int count = (int) Math.min(values.length, end - offset);
            source.compute(from + offset, count, values);
            for (int i = 0; i < count; i++) {
                if (!(Math.abs(values[i]) < overflow)) {
                    elements.refuse(from + offset + i, values[i]);
                    throw FiniteNumbers.refusal(target.dtype(), from + offset + i, values[i]);
                }
            }
            target.put(offset, values, count);
        }
    }
}
