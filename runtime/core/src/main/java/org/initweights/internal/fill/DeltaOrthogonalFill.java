package org.initweights.internal.fill;

import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.TensorShape;
import org.initweights.internal.message.Notation;

/** A matrix with orthonormal rows of in channels, times {@code gain}, at the centre of the kernel; zeros elsewhere. */
public record DeltaOrthogonalFill(TensorShape shape, double gain) implements Fill, Sized {

    public DeltaOrthogonalFill {
        Argument.finite("deltaOrthogonal", "gain", gain);
        checkShape(shape);
        Single.checkNotEmpty("deltaOrthogonal", shape);
    }

    /** Refuses shapes that are not those of a convolution's weight, or have more in than out channels. */
    public static void checkShape(TensorShape shape) {
        Rank.check("DeltaOrthogonalRank", "deltaOrthogonal", shape, 3, 5, "three, four or five dimensions");
        long in = shape.size(shape.layout().inAxis(shape.rank()));
        long out = shape.size(shape.layout().outAxis(shape.rank()));
        if (in > out) {
            throw new InitializationException(
                    "DeltaOrthogonalChannels",
                    "deltaOrthogonal",
                    null,
                    "needs no more in than out channels, but " + shape + " has " + in + " in and " + out + " out");
        }
    }

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
    public boolean fits(long elements) {
        return elements == shape.elements();
    }

    @Override
    public String toString() {
        return (gain == 1 ? "" : Notation.number(gain) + " × ") + "orthogonal at the centre";
    }
}
