package org.initweights.internal.fill;

import org.initweights.Fill;

/** Ones on the diagonal of a matrix, zeros elsewhere. */
public record EyeFill(long rows, long columns) implements Fill, Sized {

    public EyeFill {
        Argument.size("eye", "rows", rows, 0);
        Argument.size("eye", "columns", columns, 0);
    }

    @Override
    public double mean() {
        return 1.0 / Math.max(1, Math.max(rows, columns));
    }

    @Override
    public double std() {
        return Math.sqrt(mean() * (1 - mean()));
    }

    @Override
    public double lower() {
        return 0;
    }

    @Override
    public double upper() {
        return 1;
    }

    @Override
    public boolean fits(long elements) {
        return elements == Argument.product(rows, columns);
    }

    @Override
    public String toString() {
        return "identity";
    }
}
