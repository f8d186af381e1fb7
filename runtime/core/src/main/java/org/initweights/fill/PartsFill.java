package org.initweights.fill;

import org.initweights.Fill;

/** The same structure in each of several weights that lie one after the other, every one drawn for itself. */
public record PartsFill(Fill part, long count, long elementsPerPart) implements Fill {

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
        return count + " × (" + part + ")";
    }
}
