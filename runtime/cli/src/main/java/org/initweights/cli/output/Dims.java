package org.initweights.cli.output;

import java.util.Arrays;
import java.util.List;
import org.initweights.TensorShape;

/** Shapes as data. */
public final class Dims {

    private Dims() {}

    /** The sizes of the axes; none for a scalar. */
    public static List<Long> of(TensorShape shape) {
        return Arrays.stream(shape.dims()).boxed().toList();
    }
}
