package org.initweights.internal.fill;

import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.internal.message.Notation;

/** N(0, {@code normalStd}²) with {@code zerosPerColumn} random zeros in each column of a row-major matrix. */
public record SparseFill(long rows, long columns, long zerosPerColumn, double normalStd) implements Fill, Sized {

    /** A column of row numbers is shuffled in one array. */
    private static final long MOST_ROWS = Integer.MAX_VALUE - 8;

    public SparseFill {
        Argument.size("sparse", "rows", rows, 1);
        Argument.size("sparse", "columns", columns, 1);
        Argument.size("sparse", "zerosPerColumn", zerosPerColumn, 0);
        NormalFill.check("sparse", 0, normalStd);
        if (rows > MOST_ROWS || zerosPerColumn > rows) {
            throw new InitializationException(
                    "SparseRows",
                    "sparse",
                    null,
                    rows > MOST_ROWS
                            ? "takes no more than " + MOST_ROWS + " rows, and there are " + rows
                            : "cannot have " + zerosPerColumn + " zeros in a column of " + rows);
        }
    }

    @Override
    public double mean() {
        return 0;
    }

    @Override
    public double std() {
        return normalStd * Math.sqrt(1 - (double) zerosPerColumn / rows);
    }

    @Override
    public boolean fits(long elements) {
        return elements == Argument.product(rows, columns);
    }

    @Override
    public String toString() {
        return Notation.normal(0, normalStd) + ", " + zerosPerColumn + " of " + rows + " zero in each column";
    }
}
