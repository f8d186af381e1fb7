package org.initweights.internal.fill;

import org.initweights.Fill;
import org.initweights.internal.message.Notation;

/**
 * A row-major matrix with orthonormal columns (or rows, if there are fewer of them), times {@code gain}, uniformly
 * distributed among all such matrices.
 */
public record OrthogonalFill(long rows, long columns, double gain) implements Fill, Sized {

    public OrthogonalFill {
        Argument.size("orthogonal", "rows", rows, 1);
        Argument.size("orthogonal", "columns", columns, 1);
        Argument.finite("orthogonal", "gain", gain);
    }

    @Override
    public double mean() {
        return 0;
    }

    @Override
    public double std() {
        return Math.abs(gain) / Math.sqrt((double) Math.max(rows, columns));
    }

    @Override
    public double lower() {
        return -Math.abs(gain);
    }

    @Override
    public double upper() {
        return Math.abs(gain);
    }

    @Override
    public boolean fits(long elements) {
        return elements == Argument.product(rows, columns);
    }

    @Override
    public String toString() {
        return gain == 1 ? "orthogonal" : Notation.number(gain) + " × orthogonal";
    }
}
