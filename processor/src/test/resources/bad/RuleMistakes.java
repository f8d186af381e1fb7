package bad;

import java.util.List;
import java.util.Map;
import org.initweights.annotation.Dim;
import org.initweights.annotation.Formula;
import org.initweights.annotation.InitRule;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.KaimingNormal;
import org.initweights.annotation.Normal;
import org.initweights.annotation.Ones;
import org.initweights.annotation.Sequence;
import org.initweights.annotation.SignalPath;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Sparse;
import org.initweights.annotation.Table;
import org.initweights.annotation.Zeros;
import org.initweights.recipe.ForgetGateBias;

class RuleMistakes {
    static class Linear {
        @Shape({4, 4}) @KaimingNormal float[] weight;
        @Shape(4) @Zeros float[] bias;
    }

    @InitWeights
    // error at `@InitRule(param = "wieght", us`: @InitRule(param = "wieght", use = KaimingNormal.class) matches no parameter of a sub-model; did you mean "weight"? [RuleMatchesNothing]
    @InitRule(param = "wieght", use = KaimingNormal.class)
    // error at `@InitRule(type = String.class,`: @InitRule(type = String.class, use = Zeros.class) matches no parameter of a sub-model; type is the class that holds the parameter, param its name there or its whole name in this model [RuleMatchesNothing]
    @InitRule(type = String.class, use = Zeros.class)
    static class MatchesNothing {
        Linear linear;
    }

    @InitWeights
    @InitRule(type = Linear.class, param = "bias", use = Zeros.class)
    // error at `@InitRule(type = Linear.class,`: @InitRule(type = Linear.class, param = "bias", use = Zeros.class) and @InitRule(type = Linear.class, param = "**.bias", use = Ones.class) both match linear.bias, and are equally narrow; narrow one of them, or give it a higher priority [AmbiguousRules]
    @InitRule(type = Linear.class, param = "**.bias", use = Ones.class)
    static class Same {
        Linear linear;
    }

    @InitWeights
    @InitRule(type = Linear.class, param = "weight", use = KaimingNormal.class)
    @InitRule(type = Linear.class, param = "bias", use = Zeros.class)
    // error at `@InitRule(param = "blocks.*.ga`: @InitRule(type = Linear.class, param = "weight", use = KaimingNormal.class) and @InitRule(param = "blocks.*.gate.**", use = Ones.class) both match blocks.*.gate.weight, and neither is narrower; narrow one of them, or give it a higher priority [AmbiguousRules]
    @InitRule(param = "blocks.*.gate.**", use = Ones.class)
    // error at `@InitRule(param = "head.weight`: @InitRule(type = Linear.class, param = "weight", use = KaimingNormal.class) and @InitRule(param = "head.weight", use = Zeros.class) both match head.weight, and neither is narrower; narrow one of them, or give it a higher priority [AmbiguousRules]
    @InitRule(param = "head.weight", use = Zeros.class)
    static class Ambiguous {
        @InitWeights
        static class Block {
            final Linear gate = new Linear();
        }

        final Block[] blocks = {new Block()};
        final Linear head = new Linear();
        final Linear body = new Linear();
    }

    @InitWeights
    // error at `@InitRule(type = Linear.class,`: @InitRule(type = Linear.class, use = Ones.class) matches weight and bias of Linear, but @InitRule(type = Linear.class, param = "weight", use = KaimingNormal.class) or @InitRule(type = Linear.class, param = "bias", use = Zeros.class) is narrower for each; remove it, or give it a higher priority [RuleNeverWins]
    @InitRule(type = Linear.class, use = Ones.class)
    @InitRule(type = Linear.class, param = "weight", use = KaimingNormal.class)
    @InitRule(type = Linear.class, param = "bias", use = Zeros.class)
    static class NeverWins {
        final Linear[] layers = {new Linear()};
    }

    @InitWeights
    @InitRule(param = "layers.**", use = Ones.class, priority = 1)
    // error at `@InitRule(param = "layers.0.*"`: @InitRule(param = "layers.0.*", use = Zeros.class, optional = true) matches weight and bias of Linear, but @InitRule(param = "layers.**", use = Ones.class, priority = 1) has a higher priority for each; remove it, or give it a higher priority [RuleNeverWins]
    @InitRule(param = "layers.0.*", use = Zeros.class, optional = true)
    // error at `@InitRule(param = "layres.*.we`: @InitRule(param = "layres.*.weight", use = Zeros.class) matches no parameter of a sub-model; did you mean "layers.*.weight"? [RuleMatchesNothing]
    @InitRule(param = "layres.*.weight", use = Zeros.class)
    // error at `.class, use = Zeros.class)`: @InitRule(type = int.class, use = Zeros.class) matches no parameter of a sub-model; type is the class that holds the parameter, param its name there or its whole name in this model [RuleMatchesNothing]
    @InitRule(type = int.class, use = Zeros.class)
    static class Beaten {
        final Linear[] layers = {new Linear()};
    }

    /** What only the model that is built can tell is no mistake yet. */
    @InitWeights
    @InitRule(type = Linear.class, use = KaimingNormal.class, rank = 2)
    @InitRule(param = "layers.11.weight", use = Ones.class)
    @InitRule(param = "tree.left.left.linear.weight", use = Ones.class)
    @InitRule(type = Open.Wide.class, param = "extra", use = Ones.class)
    @InitRule(type = Runnable.class, param = "bias", use = Ones.class)
    @InitRule(param = "nobody", use = Zeros.class, optional = true)
    static class Open {
        @InitWeights
        static class Node {
            final Linear linear = new Linear();
            final Node left = null;
        }

        static class Wide extends Linear {
            @Shape(4) @Zeros float[] extra;
        }

        final Linear[] layers = {new Linear()};
        final Node tree = new Node();
    }

    @InitWeights
    // error at `@InitRule(type = Linear.class,`: layers.*.bias: @KaimingNormal needs a fan, and [4] has one dimension; use @Zeros, or @TorchDefault(value = LINEAR, weight = "…") for PyTorch's bias rule; narrow the rule with type, param or rank [FanRank]
    @InitRule(type = Linear.class, use = KaimingNormal.class)
    static class NoFan {
        Linear[] layers;
    }

    @InitWeights
    // error at `.class)`: @InitRule(param = "bias", use = Override.class): Override is no annotation that stands for one initializer of a whole parameter [NoInitializer]
    @InitRule(param = "bias", use = Override.class)
    static class NoInitializer {
        Linear linear;
    }

    @InitWeights
    // error at `.class)`: @InitRule: @Sparse needs a value for sparsity; put the initializer with that value on an annotation of your own, and use that [UseNeedsDefaults]
    @InitRule(param = "weight", use = Sparse.class)
    static class NeedsValue {
        Linear linear;
    }

    @InitWeights
    // error at `.class)`: @InitRule(param = "bias", use = ForgetGateBias.class): ForgetGateBias is no annotation that stands for one initializer of a whole parameter [NoInitializer]
    @InitRule(param = "bias", use = ForgetGateBias.class)
    static class OfRows {
        Linear linear;
    }

    @Normal
    @Formula(std = "0.02 / sqrt(index + 1)")
    @interface ByIndex {}

    @Table("index + i0 + i1")
    @interface TableByIndex {}

    /** The position of a model that has a rule is one number for all that is in its lists. */
    @InitWeights
    // error at `.class)`: @InitRule: "index" is the position of bad.RuleMistakes.Deep, which has the rule, and so one number for all of layers.*.weight, which have positions of their own; put the rule on the class that the list holds, or write model.index if one number is meant [AmbiguousName]
    @InitRule(param = "layers.*.weight", use = ByIndex.class)
    // error at `.class, priority = 1)`: @InitRule: "index" is the position of bad.RuleMistakes.Deep, which has the rule, and so one number for all of stages.*.blocks.*.linear.weight, which have positions of their own; put the rule on the class that the list holds, or write model.index if one number is meant [AmbiguousName]
    @InitRule(param = "**.linear.weight", use = TableByIndex.class, priority = 1)
    static class Deep {
        @InitWeights
        static class Block {
            final Linear linear = new Linear();
        }

        @InitWeights
        static class Stage {
            final Block[] blocks = {new Block()};
        }

        final Linear[] layers = {new Linear()};
        final List<Stage> stages = List.of(new Stage());
    }

    @Normal
    @Formula(std = "0.02 / sqrt(model.index + 1)")
    @interface ByOwnIndex {}

    /** One number is meant, the number is a member, or nothing is in a list. */
    @InitWeights
    @InitRule(param = "layers.*.weight", use = ByOwnIndex.class)
    @InitRule(param = "map.*.weight", use = ByIndex.class)
    @InitRule(param = "head.weight", use = ByIndex.class)
    static class Shallow {
        final Linear[] layers = {new Linear()};
        final Map<String, Linear> map = Map.of("a", new Linear());
        final Linear head = new Linear();
    }

    @InitWeights
    @InitRule(param = "layers.*.weight", use = ByIndex.class)
    static class WithMember {
        final int index = 3;
        final Linear[] layers = {new Linear()};
    }

    static class Sizes {
        // error at `4) static final int HEADS = 8;`: HEADS: 8 is more than 4 [DimRange]
        @Dim(min = 2, max = 4) static final int HEADS = 8;
        // error at `"HEADS") static final int EMBE`: EMBED: HEADS = 8 does not divide EMBED = 100 [DimDivides]
        @Dim(multipleOf = "HEADS") static final int EMBED = 100;
        // error at `"heads") int wrong = 1;`: dimension "heads" is neither a field, a method nor a constant of bad.RuleMistakes.Sizes; did you mean "HEADS"? [UnknownDimension]
        @Dim(divides = "heads") int wrong = 1;
        // error at `4) int empty = 1;`: empty: no size is at least 5 and at most 4 [DimRange]
        @Dim(min = 5, max = 4) int empty = 1;
        // error at `@Dim float real;`: dimension "real" is a float; a size must be an int or a long [DimensionType]
        @Dim float real;
        @Shape(3) @Ones float[] weight;
    }

    // error at `{"fc1", "fc"})`: @SignalPath: "fc" is no parameter of this model; did you mean "fc1"? [UnknownParameter]
    @SignalPath({"fc1", "fc"})
    static class Paths {
        @Shape({3, 3}) @KaimingNormal float[] fc1;
        @Shape({3, 3}) @KaimingNormal float[] fc2;
    }

    @SignalPath
    // error at `@Sequence`: @Sequence is the old name of @SignalPath, which is there too; remove it [TwoPaths]
    @Sequence
    static class BothNames {
        @Shape({3, 3}) @KaimingNormal float[] fc1;
    }
}
