package bad;

import org.initweights.annotation.Formula;
import org.initweights.annotation.InitRule;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.Normal;
import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;
import org.initweights.annotation.XavierUniform;

class Mistakes {
    final int hidden = Integer.parseInt("3");
    final int[] ks = {3};

    // error at `swapped = new float[4][3];`: swapped: allocated as [4, 3], but its shape is [3, 4] (swapped?); drop the allocation and it is done for you [ArrayLength]
    @Shape({3, 4}) @Normal float[][] swapped = new float[4][3];
    // error at `-1) float[] q, k, v;`: q, k, v: @Normal(std = -1) is refused: std cannot be negative; use 0 or more [Negative]
    @Shape({4, 4}) @Normal(std = -1) float[] q, k, v;
    // error at `[0]") @Normal float[] element;`: element: dims = "hidden, ks[0]": an element of an array is no number here; return it from a method, and name that [DimensionSyntax]
    @Shape(dims = "hidden, ks[0]") @Normal float[] element;
    // error at `ks.length, 3") @Normal float[]`: length: dimension "ks.length": ks is an array, and arrays have no sizes to name; return the number from a method, and name that [DimensionType]
    @Shape(dims = "3 * ks.length, 3") @Normal float[] length;
    // error at `hiden") @Normal float[] name;`: name: dimension "hiden" is neither a field, a method nor a constant of bad.Mistakes; did you mean "hidden"? [UnknownDimension]
    @Shape(dims = "hidden, hiden") @Normal float[] name;
    // error at `sqr(hidden)") float[] function`: function: "sqr(hidden)": there is no such function; did you mean "sqrt"? [UnknownFunction]
    @Shape({3, 3}) @Normal @Formula(std = "1 / sqr(hidden)") float[] function;
    // error at `hiden") float[] inFormula;`: inFormula: "hiden" is neither a member of the annotation, nor of the shape, nor a number of the model; did you mean "hidden"? [UnknownName]
    @Shape({3, 3}) @Normal @Formula(std = "1 / hiden") float[] inFormula;

    @InitWeights
    interface Constants {
        // error at `@XavierUniform float[] W = new`: W: static, so it is no part of a model; remove static or the initializer [StaticField]
        @Shape({10, 3}) @XavierUniform float[] W = new float[30];
    }

    static class Up {
        @Shape(3) @Ones float[] w;
    }

    static class Down extends Up {
        // error at `w;`: w: hides Up.w, so two parameters would have one name; rename one of them [HiddenParameter]
        @Shape(3) @Ones float[] w;
    }

    @InitWeights
    // error at `@InitRule(param = "head.wieght`: @InitRule(param = "head.wieght", use = Normal.class) matches no parameter of a sub-model; did you mean "head.weight"? [RuleMatchesNothing]
    @InitRule(param = "head.wieght", use = Normal.class)
    static class Root {
        final Head head = new Head();
    }

    static class Head {
        @Shape({2, 2}) @Normal float[] weight;
    }
}
