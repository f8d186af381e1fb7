package org.initweights.internal.fill;

import org.initweights.Fill;
import org.initweights.InitializationException;

/** The same structure in each of several weights that lie one after the other; each weight is drawn independently. */
public record PartsFill(Fill part, long count, long elementsPerPart) implements Fill, Sized {

    public PartsFill {
        Argument.size("parts", "count", count, 0);
        if (!Sized.fits(part, elementsPerPart)) {
            throw new InitializationException(
                    "FillSize", "parts", null, "of " + elementsPerPart + " elements cannot be " + part);
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
        return elements == Argument.product(count, elementsPerPart);
    }

    @Override
    public String toString() {
        return count + " × (" + part + ")";
    }
}
