package org.initweights.internal.fill;

import java.nio.file.Path;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.TensorShape;
import org.initweights.internal.message.Notation;

/**
 * A part of a stored matrix that is split into a product of low rank and what is left.
 *
 * @param rank the rank of the product
 * @param scaling what the adapted layer multiplies the product by, {@code alpha / rank}
 */
public record LowRankFill(
        Path file, String tensor, TensorShape source, LowRankMethod method, LowRankPart part, int rank, double scaling)
        implements Fill, FromWeights {

    /** The matrix is kept as arrays of rows. */
    private static final long MOST_ROWS = Integer.MAX_VALUE - 8;

    public LowRankFill {
        file = StoredFile.absolute(file);
        check(method, rank, scaling);
        if (source.rank() != 2 || Math.max(source.size(0), source.size(1)) > MOST_ROWS) {
            throw new InitializationException(
                    "WeightsShape", method.call(tensor, rank), null, "needs a matrix, but " + tensor + " is " + source);
        }
        if (rank > Math.min(source.size(0), source.size(1))) {
            throw new InitializationException(
                    "AdapterRank",
                    method.call(tensor, rank),
                    "rank",
                    "needs a rank of no more than the smaller side of the matrix, but " + tensor + " is " + source
                            + "; use rank = " + Math.min(source.size(0), source.size(1)) + " or less");
        }
    }

    /** Refuses what is no rank or no factor. */
    public static void check(LowRankMethod method, int rank, double scaling) {
        Argument.size(method.call(), "rank", rank, 1);
        Argument.positive(method.call(), "scaling", scaling);
    }

    /** The shape of the part. */
    public TensorShape shape() {
        return switch (part) {
            case A -> TensorShape.of(rank, source.size(1));
            case B -> TensorShape.of(source.size(0), rank);
            case RESIDUAL -> source;
        };
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
        return elements == shape().elements();
    }

    /** The matrix, and if its singular values are needed, perhaps the transposed one. */
    @Override
    public double heapBytes() {
        boolean isTurned = method == LowRankMethod.PISSA && source.size(0) < source.size(1);
        return (isTurned ? 2.0 : 1.0) * source.elements() * Double.BYTES;
    }

    @Override
    public String call() {
        return method.call(tensor, rank) + "." + part.call();
    }

    @Override
    public String toString() {
        String name = method == LowRankMethod.PISSA ? "PiSSA" : "OLoRA";
        return name + " " + (part == LowRankPart.RESIDUAL ? "residual" : part) + " of rank " + rank + ", scaling "
                + Notation.number(scaling) + ", from " + place();
    }
}
