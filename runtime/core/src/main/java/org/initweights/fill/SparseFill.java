package org.initweights.fill;

import org.initweights.Fill;

/** N(0, {@code normalStd}²) with {@code zerosPerColumn} random zeros in each column of a row-major matrix. */
public record SparseFill(long rows, long columns, long zerosPerColumn, double normalStd) implements Fill {

    @Override
    public double mean() {
        return 0;
    }

    @Override
    public double std() {
        return normalStd * Math.sqrt(1 - (double) zerosPerColumn / rows);
    }

    @Override
    public double lower() {
        return Double.NEGATIVE_INFINITY;
    }

    @Override
    public double upper() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public String toString() {
        return Notation.normal(0, normalStd) + ", " + zerosPerColumn + " of " + rows + " zero in each column";
    }
}
