package good;

import org.initweights.annotation.Copy;
import org.initweights.annotation.Formula;
import org.initweights.annotation.InitRule;
import org.initweights.annotation.NonTrainable;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Table;
import org.initweights.annotation.Tie;
import org.initweights.annotation.TruncNormal;
import org.initweights.recipe.MupEmbedding;
import org.initweights.recipe.MupHidden;
import org.initweights.recipe.MupInput;
import org.initweights.recipe.MupSharedReadout;
import org.initweights.recipe.MupVector;
import org.initweights.recipe.WeightNormGain;

/** An embedding that is also the readout, and roles beside initializers that say how parameters start. */
@Tie(param = "head", to = "words")
@Copy(param = "average", from = "words")
@InitRule(param = "first.weight", use = WidthTies.Positions.class)
class WidthTies {
    final int width;
    final int base;

    @Shape(dims = "100, width")
    @MupSharedReadout(std = 0.02)
    float[] words;

    @Shape(dims = "100, width")
    float[] head;

    @Shape(dims = "100, width")
    @MupEmbedding
    @NonTrainable
    float[] average;

    Linear first;

    @Shape({256, 256})
    @MupHidden(base = 64)
    float[] direction;

    @Shape({256, 1})
    @WeightNormGain(of = "direction")
    @MupVector(base = 64)
    float[] gain;

    @Shape(dims = "width, width")
    @MupHidden
    float[] hidden;

    @Shape(dims = "width, 1")
    @WeightNormGain(of = "hidden")
    @MupVector
    @Formula(base = "2 * base")
    float[] hiddenGain;

    @Shape({100, 256})
    @TruncNormal(a = -2, b = 2)
    @MupSharedReadout(base = 64)
    float[] both;

    WidthTies(int width, int base) {
        this.width = width;
        this.base = base;
        this.first = new Linear(width, 3);
    }

    @Table("sin(i0 + i1)")
    @MupEmbedding
    @interface Positions {}

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
