package org.initweights.internal.start;

import org.initweights.InitializationException;
import org.initweights.internal.fill.FromWeights;
import org.initweights.internal.tensor.ElementRange;
import org.initweights.internal.tensor.FiniteNumbers;
import org.initweights.internal.tensor.Storage;
import org.initweights.internal.work.Workers;

/**
 * Writes elements piece by piece, each computed from its place alone.
 *
 * @param fill what is written, for messages
 */
record PieceWriter(FromWeights fill, Storage target, Workers workers) {

    /** Elements of a piece: 512 kB, read by one call. */
    private static final int PIECE = 1 << 16;

    /** Computes elements that follow each other. */
    @FunctionalInterface
    interface Piece {

        /**
         * Sets all of {@code values}.
         *
         * @param from the place of the first
         */
        void compute(long from, double[] values);
    }

    /** Writes all elements of the target. */
    void write(Piece piece) {
        write(0, target.length(), piece);
    }

    /** Writes the elements from {@code begin} to before {@code end}, as far as they are wanted. */
    void write(long begin, long end, Piece piece) {
        ElementRange some = target.wanted().and(new ElementRange(begin, end));
        long from = some.from();
        long to = some.to();
        int pieces = Math.toIntExact((to - from + PIECE - 1) / PIECE);
        Workers used = target.isConcurrent() ? workers : Workers.CALLER;
        used.run(pieces, number -> {
            long first = from + (long) number * PIECE;
            double[] values = new double[(int) Math.min(PIECE, to - first)];
            piece.compute(first, values);
            put(first, values);
        });
    }

    /** Writes elements that follow each other. */
    void put(long from, double[] values) {
        double overflow = FiniteNumbers.overflow(target.dtype());
        for (int i = 0; i < values.length; i++) {
            if (Math.abs(values[i]) >= overflow && Double.isFinite(values[i])) {
                throw new InitializationException(
                        "WeightsOverflow",
                        fill.call(),
                        null,
                        "gives " + values[i] + " at element " + (from + i) + ", which " + target.dtype()
                                + " cannot hold; keep the parameter in "
                                + FiniteNumbers.wider(target.dtype()));
            }
        }
        target.put(from, values, values.length);
    }
}
