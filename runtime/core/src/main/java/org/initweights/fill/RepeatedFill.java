package org.initweights.fill;

import org.initweights.Fill;

/**
 * {@code part} written to {@code rows} rows of {@code rowElements} elements, each of which stands {@code times} times in a row.
 */
public record RepeatedFill(Fill part, long rows, long rowElements, long times) implements Fill {

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
    public String toString() {
        return part + ", each of " + rows + (rows == 1 ? " row " : " rows ") + times
                + (times == 1 ? " time" : " times");
    }
}
