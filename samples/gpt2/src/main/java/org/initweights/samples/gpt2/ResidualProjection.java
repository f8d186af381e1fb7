package org.initweights.samples.gpt2;

import static org.initweights.Layout.SPATIAL_IN_OUT;

import org.initweights.Fill;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.TensorShape;
import org.initweights.annotation.InitWith;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Zeros;

/** The last layer of a residual branch: a {@link Conv1D} that starts smaller, for all branches add up. */
class ResidualProjection {

    final int in;
    final int out;

    @Shape(dims = "in, out", layout = SPATIAL_IN_OUT)
    @InitWith(OneOfManyBranches.class)
    float[] weight;

    @Shape(dims = "out")
    @Zeros
    float[] bias;

    ResidualProjection(int in, int out) {
        this.in = in;
        this.out = out;
    }

    /** N(0, 0.02²) shared out: every layer adds two branches to the residual stream. */
    static class OneOfManyBranches implements Initializer {
        @Override
        public Fill resolve(TensorShape shape) {
            return Initializers.normal(0, 0.02 / Math.sqrt(2 * Gpt2.LAYERS)).resolve(shape);
        }
    }
}
