package org.initweights.internal.start;

import java.util.Arrays;
import org.initweights.InitializationException;
import org.initweights.internal.fill.LowRankFill;
import org.initweights.internal.fill.LowRankPart;
import org.initweights.internal.tensor.Storage;
import org.initweights.internal.work.Workers;

/**
 * Writes a part of an adapter that is made of the weight it adapts, so that {@code residual + scaling·B·A} is that weight.
 *
 * <p><b>Origin.</b> Meng, Wang and Zhang, <i>PiSSA: Principal singular values and singular vectors adaptation of large language models</i>,
 * 2024, {@code pissa_init} of Hugging Face's PEFT; Büyükakyüz, <i>OLoRA: Orthonormal low-rank adaptation of large language models</i>, 2024,
 * {@code olora_init}.
 *
 * <p><b>Cost.</b> It draws nothing. The three parts are computed each on its own, from the whole matrix: PiSSA needs singular vectors, OLoRA a QR
 * decomposition of {@code rank} columns and 2·rank flops an element. Memory: the matrix in double, for PiSSA of a wide one a copy, and the
 * vectors.
 *
 * <p><b>Changes against PEFT.</b> It computes in double. Columns of OLoRA's Q have the signs for which R's diagonal is positive, where LAPACK's
 * depend on the matrix; of PiSSA's vectors, the element of a column of B that is farthest from 0 is positive. The product B·A is the same.
 */
final class LowRankKernel {

    /** The squares of the elements of a whole matrix can be summed. */
    private static final double LARGEST = 1e100;

    private LowRankKernel() {}

    static void write(Storage target, LowRankFill fill, SourceTensor source, Workers workers) {
        double[][] weight = read(fill, source, workers);
        LowRankFactors factors = LowRankFactors.of(fill, weight, workers);
        if (fill.part() == LowRankPart.RESIDUAL) {
            factors.subtractFrom(weight, fill.scaling(), workers);
        }
        int columns = Math.toIntExact(fill.shape().size(1));
        new PieceWriter(fill, target, workers)
                .write((from, values) -> Arrays.setAll(values, i -> {
                    int row = (int) ((from + i) / columns);
                    int column = (int) ((from + i) % columns);
                    return switch (fill.part()) {
                        case A -> factors.a(row, column);
                        case B -> factors.b(row, column);
                        case RESIDUAL -> weight[row][column];
                    };
                }));
    }

    private static double[][] read(LowRankFill fill, SourceTensor source, Workers workers) {
        int columns = Math.toIntExact(fill.source().size(1));
        double[][] weight = new double[Math.toIntExact(fill.source().size(0))][columns];
        workers.run(weight.length, row -> source.read((long) row * columns, weight[row]));
        for (int row = 0; row < weight.length; row++) {
            for (double value : weight[row]) {
                // Written so that NaN is refused, too.
                if (!(Math.abs(value) <= LARGEST)) {
                    throw new InitializationException(
                            "WeightsNotFinite",
                            fill.call(),
                            null,
                            "needs finite elements, of no more than " + LARGEST + ", but row " + row
                                    + " of the tensor has " + value);
                }
            }
        }
        return weight;
    }
}
