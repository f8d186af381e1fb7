package functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.initweights.Layer;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Skip;
import org.initweights.annotation.TorchDefault;

/** Models of models: names, order, sharing, null sub-models, inheritance. */
@SuppressWarnings("initweights:Symmetry")
public class Composition {
    @interface Nullable {}

    public static class Linear {
        final int in;
        final int out;
        @Shape(dims = "out, in") @TorchDefault(Layer.LINEAR) float[] weight;
        @Shape(dims = "out") @TorchDefault(value = Layer.LINEAR, weight = "weight") float[] bias;

        Linear(int in, int out) {
            this.in = in;
            this.out = out;
        }
    }

    @InitWeights
    public static class Base {
        Linear first = new Linear(2, 3);
        @Shape(3) @Ones float[] scale;
    }

    public static class Net extends Base {
        Linear[] layers = {new Linear(4, 8), new Linear(8, 8)};
        List<Linear> tail = new ArrayList<>(List.of(new Linear(8, 1)));
        Map<String, Linear> heads = new LinkedHashMap<>(Map.of("cls", new Linear(8, 10)));
        @Nullable Linear optional;
        Linear shared = layers[1];
        @Skip float[] scratch = {7};
        @Shape(5) @Ones float[] last;
    }

    /** What each block declares, after what all have. */
    @InitWeights
    public abstract static sealed class Block permits Dense, Gated {
        @Shape(2) @Ones float[] scale;
    }

    public static final class Dense extends Block {
        @Shape({2, 3}) @TorchDefault(Layer.LINEAR) float[] dense;
    }

    public static non-sealed class Gated<T> extends Block {
        @Shape(3) @Ones float[] gate;
    }

    @InitWeights
    public static class Blocks {
        final List<Block> blocks = List.of(new Dense(), new Gated<String>());
    }

    /** A bias of known size beside a weight whose size is not known. */
    public static class Recurrent {
        final int rows = rows();
        @Shape(dims = "rows, 8") @TorchDefault(Layer.LSTM) float[] weight;
        @Shape(64) @TorchDefault(value = Layer.LSTM, weight = "weight") float[] bias;

        static int rows() {
            return 64;
        }
    }

    public static class Tied {
        @Shape({3, 2}) @Ones float[] embedding;
        @Shape({3, 2}) @Ones float[] head;
    }

    public static void check() {
        assertThat(Composition_BlocksInit.parameters(new Blocks()))
                .extracting(Parameter::name)
                .containsExactly("blocks.0.scale", "blocks.0.dense", "blocks.1.scale", "blocks.1.gate");
        Block block = new Dense();
        Composition_BlockInit.initWeights(block, 1);
        assertThat(block.scale).containsOnly(1);
        namesParametersAsAStateDict();
        reportsNullSubModels();
        listsTiedStorageOnce();
        valuesDependOnNamesAlone();
        boundsFollowTheSizesOfTheModel();
        biasOfKnownSizeFollowsAWeightOfUnknownSize();
    }

    private static List<String> names(Parameters parameters) {
        return StreamSupport.stream(parameters.spliterator(), false)
                .map(Parameter::name)
                .toList();
    }

    private static void namesParametersAsAStateDict() {
        Net net = new Net();
        Composition_NetInit.initWeights(net, 5);
        assertThat(names(Composition_NetInit.parameters(net)))
                .containsExactly(
                        "first.weight", "first.bias", "scale",
                        "layers.0.weight", "layers.0.bias", "layers.1.weight", "layers.1.bias",
                        "tail.0.weight", "tail.0.bias", "heads.cls.weight", "heads.cls.bias", "last");
        assertThat(net.scratch).containsExactly(7);
    }

    private static void reportsNullSubModels() {
        Net net = new Net();
        net.first = null;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Composition_NetInit.initWeights(net, 5))
                .withMessageStartingWith("first: null where a sub-model is expected");
        net.first = new Linear(2, 3);
        net.layers[0] = null;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Composition_NetInit.initWeights(net, 5))
                .withMessageStartingWith("layers.0: null");
        net.layers[0] = new Linear(1, 1);
        net.heads = null;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Composition_NetInit.initWeights(net, 5))
                .withMessageStartingWith("heads: null");
        assertThat(net.layers[0].weight).satisfiesAnyOf(w -> assertThat(w).isNull(), w -> assertThat(w).containsOnly(0));
    }

    private static void listsTiedStorageOnce() {
        Tied tied = new Tied();
        tied.head = tied.embedding = new float[6];
        assertThat(names(Composition_TiedInit.parameters(tied))).containsExactly("embedding");
    }

    private static void valuesDependOnNamesAlone() {
        Net small = new Net();
        Net large = new Net();
        large.layers = Arrays.copyOf(large.layers, 3);
        large.layers[2] = new Linear(8, 8);
        Composition_NetInit.initWeights(small, 9);
        Composition_NetInit.initWeights(large, 9);
        assertThat(large.layers[0].weight).isEqualTo(small.layers[0].weight);
        assertThat(large.heads.get("cls").weight).isEqualTo(small.heads.get("cls").weight);
        assertThat(small.layers[1].weight).isNotEqualTo(large.layers[2].weight);
    }

    private static void boundsFollowTheSizesOfTheModel() {
        Linear linear = new Linear(100, 400);
        Parameters parameters = Composition_LinearInit.parameters(linear);
        assertThat(parameters.get("weight").shape().dims()).containsExactly(400, 100);
        assertThat(parameters.get("weight").fill().upper()).isCloseTo(0.1, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(parameters.get("bias").fill().upper()).isEqualTo(0.1);
    }

    private static void biasOfKnownSizeFollowsAWeightOfUnknownSize() {
        Parameters parameters = Composition_RecurrentInit.parameters(new Recurrent());
        assertThat(parameters.get("bias").fill().upper()).isEqualTo(0.25);
    }
}
