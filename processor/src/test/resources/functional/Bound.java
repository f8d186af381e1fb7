package functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.initweights.DType;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.RandomSource;
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
import org.initweights.annotation.Zeros;

/** Tied and copied parameters, buffers, and integers. */
public final class Bound {

    static class Embedding {
        final int words;

        @Shape(dims = "words, 3")
        @Normal(std = 0.02)
        float[] weight;

        Embedding(int words) {
            this.words = words;
        }
    }

    static class Head {
        @Shape({5, 3})
        @Normal
        private float[] weight;

        public float[] getWeight() {
            return weight;
        }

        public void setWeight(float[] weight) {
            this.weight = weight;
        }
    }

    @InitWeights
    @Tie(param = "head.weight", to = "wte.weight")
    static class Tied {
        final Head head = new Head();
        final Embedding wte;

        Tied(int words) {
            wte = new Embedding(words);
        }
    }

    @InitWeights
    @Tie(param = "heads.1.weight", to = "heads.0.weight")
    @Tie(param = "out", to = "in")
    static class Lists {
        @Shape({2, 2})
        @Ones
        @SuppressWarnings("initweights:Symmetry")
        float[][] in;

        @Shape({2, 2})
        float[][] out;

        final List<Embedding> heads = List.of(new Embedding(2), new Embedding(2), new Embedding(2));
    }

    @Normal(std = 7)
    @interface Wide {}

    @InitWeights
    @Tie(param = "b.weight", to = "a.weight")
    @InitRule(param = "b.weight", use = Wide.class)
    static class Ruled {
        final Embedding a = new Embedding(4);
        final Embedding b = new Embedding(4);
        final Embedding c = new Embedding(4);
    }

    static class Counter {
        @Shape(3)
        @Zeros
        @NonTrainable
        float[] mean;

        @Shape({})
        @Constant(7)
        long[] batches;

        @Shape({2, 2})
        @Ones
        int[][] index;

        @Shape(3)
        @Table("10 * i0 + n0")
        int[] places;

        @Shape(3)
        @Ones
        float[] scale;
    }

    @InitWeights
    @Copy(param = "target.**", from = "online.**")
    @Copy(param = "last", from = "first")
    static class Learner {
        @Shape(4)
        @Normal
        float[] first;

        @Shape(4)
        @Normal
        float[] last;

        @NonTrainable
        final List<Embedding> target = List.of(new Embedding(2), new Embedding(3));

        final List<Embedding> online = List.of(new Embedding(2), new Embedding(3));
        final Counter counter = new Counter();
    }

    static class Pair {
        @Shape(4)
        @Normal
        float[] a;

        @Shape(4)
        @Normal
        float[] b;
    }

    /** The second of each block begins as the first of the same block. */
    @InitWeights
    @Copy(param = "blocks.*.b", from = "blocks.*.a")
    static class Pairs {
        final List<Pair> blocks = List.of(new Pair(), new Pair(), new Pair());
    }

    @InitWeights
    @Tie(param = "head", to = "embed")
    @Tie(param = "never", to = "embed")
    static class Maybe {
        static final boolean NEVER = false;

        final boolean hasHead;

        @Shape(dims = "3", onlyIf = "NEVER")
        @Normal
        float[] never;

        @Shape(3)
        @Normal
        float[] embed;

        @Shape(dims = "3", onlyIf = "hasHead")
        float[] head;

        Maybe(boolean hasHead) {
            this.hasHead = hasHead;
        }
    }

    public static void check() {
        Tied tied = new Tied(5);
        Parameters parameters = Bound_TiedInit.parameters(tied);
        assertThat(parameters.stream().map(Parameter::names)).containsExactly(List.of("wte.weight", "head.weight"));
        assertThat(tied.head.getWeight()).isSameAs(tied.wte.weight);
        assertThat(parameters.get("head.weight").fill().std()).isEqualTo(0.02);
        assertThat(Bound_TiedInit.plan(new Tied(5)).parameters().get("wte.weight").names())
                .containsExactly("wte.weight", "head.weight");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bound_TiedInit.parameters(new Tied(6)))
                .withMessageContaining("head.weight is [5, 3], but wte.weight is [6, 3]");

        Lists lists = new Lists();
        Bound_ListsInit.initWeights(lists, 1);
        assertThat(lists.out).isSameAs(lists.in);
        assertThat(lists.heads.get(1).weight).isSameAs(lists.heads.get(0).weight);
        assertThat(lists.heads.get(2).weight).isNotSameAs(lists.heads.get(0).weight);

        Parameters ruled = Bound_RuledInit.parameters(new Ruled());
        assertThat(ruled.get("a.weight").fill().std()).isEqualTo(7);
        assertThat(ruled.get("c.weight").fill().std()).isEqualTo(0.02);

        Maybe with = new Maybe(true);
        assertThat(Bound_MaybeInit.parameters(with).size()).isEqualTo(1);
        assertThat(with.head).isSameAs(with.embed);
        Maybe without = new Maybe(false);
        assertThat(Bound_MaybeInit.parameters(without).get("embed").names()).containsExactly("embed");
        assertThat(without.head).isNull();

        checkCopies();
        checkCopiesInEachBlock();
    }

    private static void checkCopiesInEachBlock() {
        Pairs pairs = new Pairs();
        Bound_PairsInit.initWeights(pairs, 1);
        for (Pair pair : pairs.blocks) {
            assertThat(pair.b).isEqualTo(pair.a).isNotSameAs(pair.a);
        }
        assertThat(pairs.blocks.get(1).a).isNotEqualTo(pairs.blocks.get(0).a);
        Plan plan = Bound_PairsInit.plan(new Pairs());
        for (Plan read : List.of(plan, Plan.parse(plan.toJson()))) {
            assertThat(read.parameters().get("blocks.2.b").copyOf()).contains("blocks.2.a");
        }
    }

    private static void checkCopies() {
        Learner learner = new Learner();
        Parameters parameters = Bound_LearnerInit.parameters(learner);
        parameters.initialize(RandomSource.torch(3));
        assertThat(learner.target.get(1).weight).isEqualTo(learner.online.get(1).weight);
        assertThat(learner.last).isEqualTo(learner.first);
        assertThat(parameters.get("target.0.weight").copyOf()).contains("online.0.weight");
        assertThat(parameters.trainable().stream().map(Parameter::name))
                .containsExactly("first", "last", "online.0.weight", "online.1.weight", "counter.scale");
        assertThat(learner.counter.batches).containsExactly(7);
        assertThat(learner.counter.places).containsExactly(3, 13, 23);
        assertThat(learner.counter.index).isDeepEqualTo(new int[][] {{1, 1}, {1, 1}});
        assertThat(parameters.get("counter.batches").dtype()).isEqualTo(DType.I64);
        Plan plan = Bound_LearnerInit.plan(new Learner());
        assertThat(plan.parameters().get("target.1.weight").copyOf()).contains("online.1.weight");
        assertThat(plan.parameters().get("target.1.weight").isTrainable()).isFalse();
    }
}
