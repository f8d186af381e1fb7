package good;

import org.initweights.Nonlinearity;
import org.initweights.annotation.Activation;
import org.initweights.annotation.Formula;
import org.initweights.annotation.LecunNormal;
import org.initweights.annotation.Shape;
import org.initweights.annotation.SignalPath;
import org.initweights.annotation.Zeros;
import org.initweights.recipe.MupBranchHidden;
import org.initweights.recipe.MupBranchVector;
import org.initweights.recipe.MupHidden;

/** A model whose signal passes named weights in an order of its own. */
@SignalPath({"out", "in", "hidden"})
@Activation(Nonlinearity.RELU)
class Chain {

    @Shape({16, 16})
    @MupHidden(gain = 1.4142135623730951, base = 8)
    float[] in;

    @Shape({16, 16})
    @MupHidden(gain = 1.4142135623730951, base = 8)
    float[] hidden;

    @Shape({16, 16})
    @Activation(Nonlinearity.TANH)
    @MupHidden(gain = 1.6666666666666667, base = 8)
    float[] out;

    /** The path of all weights with an activation, and a bias that has none. */
    @SignalPath
    static class Rest {

        @Shape({16, 3})
        @Activation(Nonlinearity.LINEAR)
        @LecunNormal
        float[] model;

        @Shape(16)
        @Zeros
        float[] bias;
    }

    /** A residual block, in a model that grows in width and in depth. */
    static class Block {
        final int width;
        final int depth;
        final int base;
        final int baseDepth;

        @Shape(dims = "width")
        @MupBranchVector(value = 1)
        float[] norm;

        @Shape(dims = "4 * width, width")
        @MupBranchHidden
        float[] up;

        @Shape(dims = "width, 4 * width")
        @MupBranchHidden(baseDepth = 2, depthExponent = 0.5)
        @Formula(base = "4 * base", depth = "2 * depth")
        float[] down;

        @Shape({64, 64})
        @MupBranchHidden(base = 16, depth = 24, baseDepth = 2)
        float[] known;

        Block(int width, int depth, int base, int baseDepth) {
            this.width = width;
            this.depth = depth;
            this.base = base;
            this.baseDepth = baseDepth;
        }
    }
}
