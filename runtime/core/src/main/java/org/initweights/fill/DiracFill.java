package org.initweights.fill;

import org.initweights.Fill;
import org.initweights.TensorShape;

/** A one at the centre of the kernel for each channel that a group passes through, zeros elsewhere. */
public record DiracFill(TensorShape shape, int groups) implements Fill {

    /** How many channels each group passes through. */
    public long channelsPerGroup() {
        int rank = shape.rank();
        long whole = shape.size(shape.layout().wholeAxis(rank));
        return Math.min(whole / groups, shape.size(shape.layout().groupAxis(rank)));
    }

    @Override
    public double mean() {
        return (double) groups * channelsPerGroup() / Math.max(1, shape.elements());
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
    public String toString() {
        return groups == 1 ? "identity" : "identity in " + groups + " groups";
    }
}
