package bad;

import org.initweights.annotation.Constant;
import org.initweights.annotation.Copy;
import org.initweights.annotation.InitRule;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.NonTrainable;
import org.initweights.annotation.Normal;
import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Table;
import org.initweights.annotation.Tie;

class BoundMistakes {
    static class Linear {
        @Shape({4, 2}) @Normal float[] weight;
    }

    static class Wide {
        @Shape({2, 4}) @Normal float[] weight;
    }

    static class Precise {
        @Shape({4, 2}) @Normal double[] weight;
    }

    @InitWeights
    // error at `@Tie(param = "haed.weight", to`: @Tie(param = "haed.weight", to = "body.weight"): there is no parameter haed.weight; did you mean head.weight? [UnknownParameter]
    @Tie(param = "haed.weight", to = "body.weight")
    // error at `@Tie(param = "head.weight", to`: @Tie(param = "head.weight", to = "head.weight"): it ties a parameter to itself; name the parameter that has the array in to [TieCycle]
    @Tie(param = "head.weight", to = "head.weight")
    // error at `@Tie(param = "wide.weight", to`: @Tie(param = "wide.weight", to = "body.weight"): wide.weight is [2, 4], but body.weight is [4, 2]; give both the same shape [TieConflict]
    @Tie(param = "wide.weight", to = "body.weight")
    // error at `@Tie(param = "precise.weight",`: @Tie(param = "precise.weight", to = "body.weight"): precise.weight is kept in double[], but body.weight in float[]; give both the same type [TieConflict]
    @Tie(param = "precise.weight", to = "body.weight")
    // error at `@Tie(param = "frozen.weight",`: @Tie(param = "frozen.weight", to = "body.weight"): frozen.weight is not trained, but body.weight is, and they are one; mark both @NonTrainable, or neither [TieConflict]
    @Tie(param = "frozen.weight", to = "body.weight")
    static class Ties {
        final Linear head = new Linear();
        final Linear body = new Linear();
        final Wide wide = new Wide();
        final Precise precise = new Precise();
        @NonTrainable final Linear frozen = new Linear();
    }

    @InitWeights
    @Tie(param = "a.weight", to = "b.weight")
    // error at `@Tie(param = "b.weight", to =`: @Tie(param = "b.weight", to = "a.weight"): a.weight → b.weight → a.weight is a circle, so no array is the first; remove one of the ties [TieCycle]
    @Tie(param = "b.weight", to = "a.weight")
    static class Circle {
        final Linear a = new Linear();
        final Linear b = new Linear();
    }

    @InitWeights
    // error at `@Copy(param = "a.**", from = "`: @Copy(param = "a.**", from = "b.*"): the wildcards of param and of from correspond in their order, but param has ** and from has *; give both the same [CopyPattern]
    @Copy(param = "a.**", from = "b.*")
    // error at `@Copy(param = "wide.**", from`: @Copy(param = "wide.**", from = "b.**"): wide.weight is [2, 4], but b.weight is [4, 2]; give both the same shape [CopyConflict]
    @Copy(param = "wide.**", from = "b.**")
    // error at `@Copy(param = "b.**", from = "`: @Copy(param = "b.**", from = "x.**"): b.weight would begin as x.weight, but there is no parameter x.weight; did you mean a.weight? [UnknownParameter]
    @Copy(param = "b.**", from = "x.**")
    // error at `@Copy(param = "a.weight", from`: @Copy(param = "a.weight", from = "a.weight"): a.weight would be a copy of itself; name other parameters in from [CopyCycle]
    @Copy(param = "a.weight", from = "a.weight")
    static class Copies {
        final Linear a = new Linear();
        final Linear b = new Linear();
        final Wide wide = new Wide();
    }

    @InitWeights
    @Copy(param = "target.**", from = "online.**")
    // error at `@InitRule(param = "target.weig`: @InitRule(param = "target.weight", use = Ones.class) matches no parameter of a sub-model; type is the class that holds the parameter, param its name there or its whole name in this model [RuleMatchesNothing]
    @InitRule(param = "target.weight", use = Ones.class)
    static class RuleForACopy {
        final Linear online = new Linear();
        final Linear target = new Linear();
    }

    static class Integers {
        // error at `@Normal int[] random;`: random: @Normal gives floats, and this is a parameter of integers; use @Table, @Zeros, @Ones or @Constant, or keep it in floats [IntegerValues]
        @Shape(4) @Normal int[] random;
        // error at `@Constant(0.5) long[] half;`: half: @Constant(0.5) is 0.5, which is no long; round it, or keep the parameter in floats [IntegerValues]
        @Shape(4) @Constant(0.5) long[] half;
        // error at `@Constant(3e9) int[] large;`: large: @Constant(3.0E9) is 3.0E9, which is no int; round it, or keep the parameter in floats [IntegerValues]
        @Shape(4) @Constant(3e9) int[] large;
        // error at `@Table("i0 / 2") int[] halves;`: halves: @Table("i0 / 2") is 0.5 at [1] of [4], which is no int; round it, or keep the parameter in floats [IntegerValues]
        @Shape(4) @Table("i0 / 2") int[] halves;
        // error at `@NonTrainable int[] sizes;`: sizes: @NonTrainable is for a parameter that is saved and not trained, and nothing makes this field one; give it @Shape and an initializer, such as @Zeros, or remove @NonTrainable [NonTrainable]
        @NonTrainable int[] sizes;
    }
}
