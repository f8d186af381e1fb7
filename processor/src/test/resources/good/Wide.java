package good;

import org.initweights.annotation.Formula;
import org.initweights.annotation.InitRule;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Slice;
import org.initweights.annotation.Zeros;
import org.initweights.recipe.MupEmbedding;
import org.initweights.recipe.MupHidden;
import org.initweights.recipe.MupInput;
import org.initweights.recipe.MupOutput;
import org.initweights.recipe.MupVector;

/** A model that grows in width: sizes that are known and sizes that are not, formulas, rows, and a rule. */
@InitRule(param = "attention.weight", use = MupHidden.class)
class Wide {
    final int width;
    final int base;

    @Shape(dims = "100, width")
    @MupEmbedding(std = 0.02, base = 64)
    @Slice(value = "0", use = Zeros.class)
    float[] embedding;

    @Shape({256, 3})
    @MupInput(base = 64)
    float[] first;

    @Shape({256, 256})
    @MupHidden(gain = 1.5, base = 64)
    float[] second;

    @Shape(dims = "4 * width, width")
    @MupHidden(base = 64)
    float[] up;

    @Shape(dims = "width, 4 * width")
    @MupHidden
    @Formula(base = "4 * base")
    float[] down;

    @Shape(dims = "width")
    @MupVector
    float[] bias;

    Linear attention;

    @Shape({10, 256})
    @MupOutput(base = 64)
    float[] head;

    @Shape(dims = "10, width")
    @MupOutput(gain = 0, base = 64)
    float[] output;

    @Shape(10)
    @Zeros
    float[] outputBias;

    Wide(int width, int base) {
        this.width = width;
        this.base = base;
        this.attention = new Linear(width, width);
    }

    static class Linear {
        final int out;
        final int in;

        @Shape(dims = "out, in")
        @MupInput(base = 1)
        float[] weight;

        Linear(int out, int in) {
            this.out = out;
            this.in = in;
        }
    }
}
