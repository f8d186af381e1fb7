package functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.initweights.Parameters;
import org.initweights.annotation.Constant;
import org.initweights.annotation.Dim;
import org.initweights.annotation.Formula;
import org.initweights.annotation.InitRule;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.KaimingNormal;
import org.initweights.annotation.Normal;
import org.initweights.annotation.Shape;
import org.initweights.annotation.XavierNormal;
import org.initweights.annotation.Zeros;
import org.initweights.recipe.EfficientNetConv;

/** Rules of a model over its sub-models, and checks of its sizes. */
public class Rulings {
    public static class Layer {
        @Shape(4) @Zeros float[] bias;
    }

    public static class Linear extends Layer {
        @Shape({4, 4}) @KaimingNormal float[] weight;
    }

    public static class Special extends Linear {}

    public static class Conv extends Layer {
        @Shape({4, 2, 3, 3}) @KaimingNormal float[] weight;
        @Shape({4, 2, 3, 3}) @KaimingNormal float[] extra;
    }

    @Constant(1)
    @interface One {}

    @Constant(2)
    @interface Two {}

    @Constant(3)
    @interface Three {}

    @Constant(4)
    @interface Four {}

    @Constant(5)
    @interface Five {}

    @Normal
    @Formula(std = "scale / sqrt(in)")
    @interface OfModel {}

    @InitWeights
    @InitRule(param = "bias", use = Two.class)
    public static class Block {
        final Linear linear = new Linear();
        final Conv conv = new Conv();
        @Shape(4) @Zeros float[] bias;
    }

    @InitWeights
    @InitRule(type = Layer.class, param = "bias", use = One.class)
    @InitRule(type = Linear.class, param = "weight", use = OfModel.class)
    @InitRule(type = Conv.class, use = EfficientNetConv.class, rank = 4)
    @InitRule(type = Special.class, param = "weight", use = Three.class)
    @InitRule(param = "layers.0.weight", use = Four.class, priority = 1)
    @InitRule(param = "**.named.extra", use = Five.class, priority = 1)
    @InitRule(param = "**.unnamed.extra", use = Five.class, optional = true)
    public static class Net {
        final double scale = Double.parseDouble("0.5");
        final Block block = new Block();
        final List<Linear> layers = List.of(new Linear(), new Special());
        final Map<String, Conv> convs = Map.of("named", new Conv());
        @Shape(4) @Zeros float[] bias;
    }

    public static class Sized {
        @Dim(min = 2, max = 64) final int heads;

        @Dim(multipleOf = "heads")
        final int embed;

        @Dim(divides = "embed()")
        int parts() {
            return 2;
        }

        int embed() {
            return embed;
        }

        @Shape(dims = "embed, heads") @XavierNormal float[] weight;

        Sized(int heads, int embed) {
            this.heads = heads;
            this.embed = embed;
        }
    }

    @InitWeights
    public static class Holder {
        final Sized sized;

        Holder(Sized sized) {
            this.sized = sized;
        }
    }

    public static void check() {
        Net net = new Net();
        Rulings_NetInit.initWeights(net, 1);
        Parameters parameters = Rulings_NetInit.parameters(net);
        assertThat(net.bias).containsOnly(0);
        assertThat(net.block.bias).as("not of a Layer, and the block's own").containsOnly(0);
        assertThat(net.block.linear.bias).as("the outer rule wins").containsOnly(1);
        assertThat(parameters.get("block.linear.weight").fill().std()).isEqualTo(0.25);
        assertThat(net.layers.get(0).weight).as("priority over a type").containsOnly(4);
        assertThat(net.layers.get(1).weight).as("the narrowest type").containsOnly(3);
        assertThat(parameters.get("convs.named.weight").fill().std()).isEqualTo(Math.sqrt(2.0 / 36));
        assertThat(net.convs.get("named").extra).containsOnly(5);

        Block block = new Block();
        Rulings_BlockInit.initWeights(block, 1);
        assertThat(block.linear.bias).containsOnly(2);
        assertThat(block.bias).containsOnly(0);
        checksSizes();
    }

    private static void checksSizes() {
        Rulings_SizedInit.initWeights(new Sized(4, 64), 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rulings_SizedInit.initWeights(new Sized(1, 64), 1))
                .withMessage("heads: 1 is less than 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rulings_HolderInit.initWeights(new Holder(new Sized(4, 62)), 1))
                .withMessage("sized.heads: 4 does not divide embed, which is 62");
    }
}
