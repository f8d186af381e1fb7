package functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.initweights.annotation.Constant;
import org.initweights.annotation.InitRule;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.Normal;
import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Zeros;

/** What is wrong with rules and is known only when the model is built is refused then, before anything is written. */
public class BuiltRules {
    public static class Linear {
        @Shape({2, 2}) @Normal float[] weight;
        @Shape(2) @Constant(7) final float[] bias = {-1, -1};
    }

    public static class Low extends Linear {
        @Shape({2, 2}) @Normal float[] low;
    }

    @InitWeights
    @InitRule(param = "layers.5.weight", use = Ones.class)
    @InitRule(param = "layers.7.weight", use = Zeros.class, optional = true)
    public static class Deep {
        final List<Linear> layers;

        Deep(int count) {
            layers = linears(count);
        }
    }

    @InitWeights
    @InitRule(param = "layers.*.bias", use = Ones.class)
    @InitRule(param = "layers.0.*", use = Zeros.class, rank = 1)
    public static class First {
        final List<Linear> layers;

        First(int count) {
            layers = linears(count);
        }
    }

    @InitWeights
    @InitRule(type = Linear.class, param = "bias", use = Ones.class)
    @InitRule(param = "heads.cls.**", use = Zeros.class)
    public static class Heads {
        final Map<String, Linear> heads;

        Heads(String key) {
            heads = Map.of(key, new Linear());
        }
    }

    @InitWeights
    @InitRule(type = Low.class, param = "low", use = Ones.class)
    public static class Adapted {
        final Linear head;

        Adapted(Linear head) {
            this.head = head;
        }
    }

    /** The rule of each block is over what the rule of the model around says. */
    @InitWeights
    @InitRule(param = "linear.bias", use = Ones.class)
    public static class Block {
        final Linear linear;

        Block(Linear linear) {
            this.linear = linear;
        }
    }

    @InitWeights
    @InitRule(param = "blocks.**.bias", use = Zeros.class)
    public static class Around {
        final List<Block> blocks;
        final List<Deep> deep;

        Around(List<Block> blocks, List<Deep> deep) {
            this.blocks = blocks;
            this.deep = deep;
        }
    }

    private static List<Linear> linears(int count) {
        return IntStream.range(0, count).mapToObj(i -> new Linear()).toList();
    }

    public static void check() {
        Deep deep = new Deep(6);
        BuiltRules_DeepInit.initWeights(deep, 1);
        assertThat(deep.layers.get(5).weight).containsOnly(1);
        assertThat(deep.layers.get(4).weight).doesNotContain(1);
        Deep shallow = new Deep(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BuiltRules_DeepInit.initWeights(shallow, 1))
                .withMessage("@InitRule(param = \"layers.5.weight\", use = Ones.class) matches no parameter of a sub-model; "
                        + "did you mean \"layers.0.weight\"? [RuleMatchesNothing]");
        assertThat(shallow.layers.get(0).bias).containsOnly(-1);
        ambiguous();
        classes();
        around();
    }

    private static void ambiguous() {
        First first = new First(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BuiltRules_FirstInit.initWeights(first, 1))
                .withMessage("@InitRule(param = \"layers.*.bias\", use = Ones.class) and @InitRule(param = \"layers.0.*\", "
                        + "rank = 1, use = Zeros.class) both match layers.0.bias, and neither is narrower; narrow one of them, "
                        + "or give it a higher priority [AmbiguousRules]");
        assertThat(first.layers.get(0).bias).containsOnly(-1);
        Heads other = new Heads("other");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BuiltRules_HeadsInit.parameters(other))
                .withMessage("@InitRule(param = \"heads.cls.**\", use = Zeros.class) matches no parameter of a sub-model; there are "
                        + "[heads.other.weight, heads.other.bias]; a rule that need not match is optional [RuleMatchesNothing]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BuiltRules_HeadsInit.parameters(new Heads("cls")))
                .withMessageContaining("both match heads.cls.bias, and neither is narrower")
                .withMessageEndingWith("[AmbiguousRules]");
    }

    private static void classes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BuiltRules_AdaptedInit.parameters(new Adapted(new Linear())))
                .withMessageStartingWith("@InitRule(type = Low.class, param = \"low\", use = Ones.class) matches no parameter");
    }

    private static void around() {
        Linear shared = new Linear();
        Around net = new Around(List.of(new Block(shared), new Block(shared)), List.of(new Deep(6)));
        BuiltRules_AroundInit.initWeights(net, 1);
        assertThat(shared.bias).as("the outer rule").containsOnly(0);
        assertThat(net.deep.get(0).layers.get(5).weight).containsOnly(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BuiltRules_AroundInit.parameters(
                        new Around(List.of(new Block(shared)), List.of(new Deep(6), new Deep(1)))))
                .withMessageStartingWith("deep.1: @InitRule(param = \"layers.5.weight\", use = Ones.class) matches no parameter");
    }
}
