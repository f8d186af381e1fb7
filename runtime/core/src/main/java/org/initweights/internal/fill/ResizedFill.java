package org.initweights.internal.fill;

import java.nio.file.Path;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.TensorShape;
import org.initweights.internal.message.Notation;

/**
 * The rows of a stored matrix, or the elements of a vector, such as a bias, and if there are to be more, new ones from the normal
 * distribution of the old ones' mean and {@link #COVARIANCE} times their covariance, or {@link #BIAS_STD} times the standard deviation of a
 * vector's.
 *
 * @param rows how many rows there are to be
 */
public record ResizedFill(Path file, String tensor, TensorShape source, long rows) implements Fill, FromWeights {

    /** How much of the old rows' covariance the new ones have, as in Hugging Face's {@code resize_token_embeddings}. */
    public static final double COVARIANCE = 1e-9;

    /** How much of the old elements' standard deviation the new ones of a vector have, there. */
    public static final double BIAS_STD = 1e-9;

    public ResizedFill {
        file = StoredFile.absolute(file);
        Argument.size("resized", "rows", rows, 0);
        if (source.rank() != 1 && source.rank() != 2) {
            throw new InitializationException(
                    "WeightsShape",
                    call(tensor),
                    null,
                    "needs a tensor of two dimensions, rows and their elements, or of one, but " + source + " has "
                            + source.rank());
        }
        if (rows > source.size(0) && source.elements() == 0) {
            throw new InitializationException(
                    "NoElements",
                    call(tensor),
                    null,
                    "needs old rows to make new ones of, and " + source + " has none");
        }
        Argument.product(rows, width(source));
    }

    private static long width(TensorShape source) {
        return source.rank() == 1 ? 1 : source.size(1);
    }

    private static String call(String tensor) {
        return "resized(\"" + tensor + "\")";
    }

    /** How many rows are copied. */
    public long kept() {
        return Math.min(rows, source.size(0));
    }

    /** Whether the old rows can vary in all directions: up to as many rows as columns cannot, and their covariance is not positive definite. */
    public boolean mayVary() {
        return source.size(0) > width(source);
    }

    /** How many elements a row has; an element of a vector is a row of one. */
    public long columns() {
        return width(source);
    }

    /** Whether there are elements instead of rows. */
    public boolean isVector() {
        return source.rank() == 1;
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
        return elements == Argument.product(rows, columns());
    }

    /** The covariance of the rows. */
    @Override
    public double heapBytes() {
        return rows > kept() && mayVary() && !isVector() ? (double) columns() * columns() * Double.BYTES : 0;
    }

    @Override
    public String call() {
        return call(tensor);
    }

    @Override
    public String toString() {
        String copied = (isVector() ? "elements 0 : " : "rows 0 : ") + kept() + " copied from " + place();
        long added = rows - kept();
        if (added > 0 && isVector()) {
            return copied + ", " + added + " new from N(their mean, (" + Notation.number(BIAS_STD) + " × their std)²)";
        }
        return added == 0
                ? copied
                : copied + ", " + added + " new from N(their mean, " + Notation.number(COVARIANCE)
                        + " × their covariance)";
    }
}
