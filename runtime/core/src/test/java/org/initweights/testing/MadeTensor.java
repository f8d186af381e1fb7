package org.initweights.testing;

import org.initweights.DType;
import org.initweights.Initializer;
import org.initweights.Weights;

/** What an initializer makes of one tensor of doubles. */
public final class MadeTensor {

    private MadeTensor() {}

    /** Its elements in rows, with the seed 1. */
    public static double[] made(Initializer initializer, long... shape) {
        return Weights.of(w -> w.tensor("w", DType.F64, initializer, shape))
                .initialize(1)
                .doubles("w");
    }
}
