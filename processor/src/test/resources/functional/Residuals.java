package functional;

import java.util.List;
import org.initweights.ForwardPath;
import org.initweights.InitializationException;
import org.initweights.Nonlinearity;
import org.initweights.Optimizer;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.annotation.Activation;
import org.initweights.annotation.Formula;
import org.initweights.annotation.InitRule;
import org.initweights.annotation.KaimingNormal;
import org.initweights.annotation.LecunNormal;
import org.initweights.annotation.Shape;
import org.initweights.annotation.SignalPath;
import org.initweights.recipe.MupBranchHidden;
import org.initweights.recipe.MupBranchVector;
import org.initweights.recipe.MupInput;

/** Blocks whose width and depth are known when the model is made, and paths that code takes. */
public class Residuals {

    static class Net {
        final int base = 4;
        final int depth;
        final Block[] blocks;

        final int width;

        @Shape(dims = "width, 3")
        @MupInput
        float[] first;

        Net(int width, int depth) {
            this.width = width;
            this.depth = depth;
            this.blocks = new Block[depth];
            for (int i = 0; i < depth; i++) {
                blocks[i] = new Block(width, depth);
            }
        }
    }

    @InitRule(param = "attention.weight", use = MupBranchHidden.class)
    static class Block {
        final int width;
        final int depth;
        final int base = 4;
        final int baseDepth = 2;
        final Linear attention;

        @Shape(dims = "width")
        @MupBranchVector(value = 1, base = 4, baseDepth = 1, depthExponent = 0.5)
        @Formula(depth = "depth / 2")
        float[] norm;

        Block(int width, int depth) {
            this.width = width;
            this.depth = depth;
            this.attention = new Linear(width, width);
        }
    }

    static class Linear {
        final int out;
        final int in;

        @Shape(dims = "out, in")
        @KaimingNormal
        float[] weight;

        Linear(int out, int in) {
            this.out = out;
            this.in = in;
        }
    }

    @SignalPath
    static class Path {
        @Shape({8, 3})
        @Activation(Nonlinearity.LINEAR)
        @LecunNormal
        float[] model;

        @Shape({2, 8})
        @Activation(Nonlinearity.TANH)
        @LecunNormal
        float[] parameters;
    }

    public static void check() {
        Parameters parameters = Residuals_NetInit.parameters(new Net(16, 8));
        Parameter attention = parameters.get("blocks.7.attention.weight");
        equal(attention.branchMultiplier(), 0.25);
        equal(attention.learningRateScale(Optimizer.ADAM), 0.25);
        equal(attention.learningRateScale(Optimizer.SGD), 4);
        Parameter norm = parameters.get("blocks.0.norm");
        equal(norm.branchMultiplier(), 0.5);
        equal(norm.learningRateScale(Optimizer.ADAM), 0.5);
        equal(norm.learningRateScale(Optimizer.SGD), 4);
        equal(parameters.get("first").branchMultiplier(), 1);
        try {
            Residuals_BlockInit.parameters(new Block(16, 0));
            throw new AssertionError("a depth of 0 was taken");
        } catch (InitializationException e) {
            equal(e.id(), "NotPositive");
        }

        ForwardPath path = Residuals_PathInit.signalPath(new Path());
        equal(path.steps().stream().map(step -> step.weight().name() + " " + step.activation()).toList(),
                List.of("model LINEAR", "parameters TANH"));
        equal(path.parameters().size(), 2);
    }

    private static void equal(double actual, double expected) {
        equal((Object) actual, expected);
    }

    private static void equal(Object actual, Object expected) {
        if (!actual.equals(expected)) {
            throw new AssertionError(actual + " instead of " + expected);
        }
    }
}
