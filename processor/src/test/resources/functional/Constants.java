package functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.initweights.Layer;
import org.initweights.Parameters;
import org.initweights.TensorShape;
import org.initweights.annotation.Formula;
import org.initweights.annotation.InitRule;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.Normal;
import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Slice;
import org.initweights.annotation.Zeros;

/** Sizes that are constants of other classes, divisions, and the position in a list. */
public final class Constants {

    interface Sizes {
        int WIDTH = 6;
    }

    static class Elsewhere {
        static int counted = 5;

        static class Nested {
            static final int DEEP = 7;
        }

        static int computed() {
            return 8;
        }
    }

    static class Model {
        @Shape(dims = "Sizes.WIDTH, Elsewhere.Nested.DEEP, Elsewhere.counted")
        @Normal
        float[] nested;

        @Shape(dims = "functional.Constants.Elsewhere.Nested.DEEP, Elsewhere.computed(), functional.Constants.Sizes.WIDTH")
        @Normal
        float[] qualified;

        @Shape(dims = "Layer.values, 1")
        @Normal
        float[] own;

        final Here Layer = new Here();
    }

    static class Here {
        final int values = 3;
    }

    static class Divided {
        final int embed;
        final int heads;

        @Shape(dims = "heads, embed / heads, 2")
        @Normal
        float[] exact;

        @Shape(dims = "heads, floor(embed / heads), 2")
        @Ones
        @Slice(value = "heads / 2 : heads", use = Zeros.class)
        float[] rounded;

        Divided(int embed, int heads) {
            this.embed = embed;
            this.heads = heads;
        }
    }

    static class Block {
        final Inner inner = new Inner();

        @Shape(dims = "index + 1")
        @Ones
        float[] grows;
    }

    static class Inner {
        @Shape({3, 3})
        @Normal
        @Formula(std = "1 / (index + 1)")
        float[] weight;
    }

    static class Own {
        final int index = 9;

        @Shape(dims = "index")
        @Ones
        float[] weight;
    }

    @InitWeights
    static class Net {
        final List<Block> blocks = List.of(new Block(), new Block(), new Block());
        final Inner[] array = {new Inner(), new Inner()};
        final List<Own> own = List.of(new Own());
        final Map<String, Inner> map = Map.of("a", new Inner());
    }

    @InitWeights
    static class Listed {
        final List<Holder> holders = List.of(new Holder(), new Holder());
    }

    @InitRule(type = Inner.class, param = "inner.*", use = Scaled.class)
    @InitRule(param = "inners.*.weight", use = ScaledTogether.class)
    @InitWeights
    static class Holder {
        final Inner inner = new Inner();
        final Inner[] inners = {new Inner(), new Inner()};
    }

    @Normal
    @Formula(std = "model.index + 7")
    @interface ScaledTogether {}

    @Normal
    @Formula(std = "index + 5")
    @interface Scaled {}

    public static void check() {
        Parameters model = Constants_ModelInit.parameters(new Model());
        assertThat(model.get("nested").shape()).isEqualTo(TensorShape.of(6, 7, 5));
        assertThat(model.get("qualified").shape()).isEqualTo(TensorShape.of(7, 8, 6));
        assertThat(model.get("own").shape()).isEqualTo(TensorShape.of(3, 1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Constants_DividedInit.parameters(new Divided(100, 12)))
                .withMessage("exact: embed / heads divides 100 / 12, which leaves 4, with embed = 100, heads = 12;"
                        + " floor(a / b) is for what may be rounded down");
        assertThat(Constants_DividedInit.parameters(new Divided(96, 3)).elements()).isEqualTo(384);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Constants_NetInit.parameters(new Net()))
                .withMessage("map.a: its index is asked for, but no list or array holds it; give the model a field index");
        Listed listed = new Listed();
        Parameters ruled = Constants_ListedInit.parameters(listed);
        assertThat(ruled.get("holders.0.inner.weight").fill().std()).isEqualTo(5);
        assertThat(ruled.get("holders.1.inner.weight").fill().std()).isEqualTo(6);
        assertThat(ruled.get("holders.1.inners.0.weight").fill().std()).isEqualTo(8);
        assertThat(ruled.get("holders.1.inners.1.weight").fill().std()).isEqualTo(8);
        Fine fine = new Fine();
        Parameters parameters = Constants_FineInit.parameters(fine);
        assertThat(parameters.get("blocks.2.inner.weight").fill().std()).isEqualTo(1.0 / 3);
        assertThat(parameters.get("blocks.1.grows").shape()).isEqualTo(TensorShape.of(2));
        assertThat(parameters.get("array.1.weight").fill().std()).isEqualTo(0.5);
        assertThat(parameters.get("own.0.weight").elements()).isEqualTo(9);
        assertThat(Layer.LINEAR).isNotNull();
    }

    @InitWeights
    static class Fine {
        final List<Block> blocks = List.of(new Block(), new Block(), new Block());
        final Inner[] array = {new Inner(), new Inner()};
        final List<Own> own = List.of(new Own());
    }
}
