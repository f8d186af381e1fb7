package org.initweights.fill;

import org.initweights.Fill;
import org.initweights.TensorShape;

/** A matrix with orthonormal rows of in channels, times {@code gain}, at the centre of the kernel; zeros elsewhere. */
public record DeltaOrthogonalFill(TensorShape shape, double gain) implements Fill {

    @Override
    public double mean() {
        return 0;
    }

    @Override
    public double std() {
        long out = shape.size(shape.layout().outAxis(shape.rank()));
        return Math.abs(gain) / Math.sqrt((double) out * shape.receptiveField());
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
    public String toString() {
        return (gain == 1 ? "" : Notation.number(gain) + " × ") + "orthogonal at the centre";
    }
}
