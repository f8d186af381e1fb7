package org.initweights.internal.fill;

import org.initweights.Fill;
import org.initweights.InitializationException;

/**
 * {@code part} written to {@code rows} rows of {@code rowElements} elements; then each row is there {@code times} times, one behind the
 * other.
 */
public record RepeatedFill(Fill part, long rows, long rowElements, long times) implements Fill, Sized {

    public RepeatedFill {
        Argument.size("icnr", "rows", rows, 1);
        Argument.size("icnr", "rowElements", rowElements, 1);
        Argument.size("icnr", "times", times, 1);
        if (!Sized.fits(part, Argument.product(rows, rowElements))) {
            throw new InitializationException(
                    "FillSize",
                    "icnr",
                    null,
                    "of " + rows + " filters of " + rowElements + " elements cannot be " + part);
        }
    }

    @Override
    public double mean() {
        return part.mean();
    }

    @Override
    public double std() {
        return part.std();
    }

    @Override
    public double lower() {
        return part.lower();
    }

    @Override
    public double upper() {
        return part.upper();
    }

    @Override
    public boolean fits(long elements) {
        return elements == Argument.product(rows, rowElements, times);
    }

    @Override
    public String toString() {
        return part + ", each of " + rows + (rows == 1 ? " row " : " rows ") + times
                + (times == 1 ? " time" : " times");
    }
}
