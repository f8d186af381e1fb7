package functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.initweights.Layer;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.annotation.InitRule;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.Normal;
import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Slice;
import org.initweights.annotation.TorchDefault;
import org.initweights.annotation.Zeros;

/** Parameters that not every model has. */
public final class Optionals {

    @interface Nullable {}

    static class Config {
        final boolean bias;
        final Boolean boxed;

        Config(boolean bias) {
            this.bias = bias;
            this.boxed = bias;
        }

        boolean isScaled() {
            return bias;
        }
    }

    static class Linear {
        final int in;
        final int out;
        final boolean hasBias;

        @Shape(dims = "out, in")
        @TorchDefault(Layer.LINEAR)
        float[] weight;

        @Shape(dims = "out", onlyIf = "hasBias")
        @TorchDefault(value = Layer.LINEAR, weight = "weight")
        float[] bias;

        Linear(int in, int out, boolean hasBias) {
            this.in = in;
            this.out = out;
            this.hasBias = hasBias;
        }
    }

    static class FinalBias extends Linear {
        @Nullable
        @Shape(dims = "out")
        @Zeros
        final float[] shift;

        FinalBias(int in, int out, boolean hasBias) {
            super(in, out, hasBias);
            shift = hasBias ? new float[out] : null;
        }
    }

    static class Paths {
        final Config config;

        @Shape(value = 3, onlyIf = "config.bias")
        @Ones
        float[] a;

        @Shape(value = 4, onlyIf = "config.scaled")
        @Ones
        @Slice(value = "1 : 2", use = Zeros.class)
        float[] b;

        @Shape(value = 5, onlyIf = "config.boxed")
        @Ones
        float[] c;

        Paths(Config config) {
            this.config = config;
        }
    }

    record Affine(int size, boolean affine, @Shape(dims = "size", onlyIf = "affine") @Ones float[] scale) {}

    /** A condition that guards the sizes too. */
    static class Grouped {
        final int heads;
        final int width;

        @Shape(dims = "width / heads, 2", onlyIf = "isSplit")
        @Normal
        float[] split;

        @Shape(dims = "width / heads", onlyIf = "isSplit")
        @Zeros
        float[] shift;

        Grouped(int heads, int width) {
            this.heads = heads;
            this.width = width;
        }

        boolean isSplit() {
            return heads > 0;
        }
    }

    static class Constant {
        static final boolean ON = true;
        static final boolean OFF = false;

        @Shape(value = 2, onlyIf = "ON")
        @Ones
        float[] on;

        @Shape(value = 2, onlyIf = "OFF")
        @Ones
        float[] off;
    }

    @InitWeights
    @InitRule(type = Linear.class, param = "bias", use = Ones.class)
    static class Net {
        final List<Linear> layers = List.of(new Linear(2, 3, true), new Linear(3, 4, false), new FinalBias(4, 2, true));
    }

    public static void check() {
        Linear without = new Linear(2, 3, false);
        assertThat(names(Optionals_LinearInit.parameters(without))).containsExactly("weight");
        Optionals_LinearInit.initWeights(without, 1);
        assertThat(without.bias).isNull();
        Linear with = new Linear(2, 3, true);
        assertThat(names(Optionals_LinearInit.parameters(with))).containsExactly("weight", "bias");
        assertThat(with.bias).hasSize(3);
        without.bias = new float[3];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Optionals_LinearInit.parameters(without))
                .withMessage("bias: there is a tensor, but hasBias is false, so it would not be initialised; leave the field"
                        + " null, or make hasBias true");

        assertThat(names(Optionals_FinalBiasInit.parameters(new FinalBias(2, 3, false)))).containsExactly("weight");
        assertThat(names(Optionals_FinalBiasInit.parameters(new FinalBias(2, 3, true))))
                .containsExactly("weight", "bias", "shift");

        assertThat(Optionals_PathsInit.parameters(new Paths(new Config(false))).size()).isZero();
        Parameters paths = Optionals_PathsInit.parameters(new Paths(new Config(true)));
        assertThat(names(paths)).containsExactly("a", "b", "c");
        Paths initialised = new Paths(new Config(true));
        Optionals_PathsInit.initWeights(initialised, 1);
        assertThat(initialised.b).containsExactly(1, 0, 1, 1);

        assertThat(Optionals_AffineInit.parameters(new Affine(3, false, null)).size()).isZero();
        assertThat(names(Optionals_AffineInit.parameters(new Affine(3, true, new float[3])))).containsExactly("scale");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Optionals_AffineInit.parameters(new Affine(3, false, new float[3])))
                .withMessageContaining("affine is false");

        assertThat(Optionals_GroupedInit.parameters(new Grouped(0, 6)).size()).isZero();
        assertThat(Optionals_GroupedInit.parameters(new Grouped(2, 6)).elements()).isEqualTo(9);

        assertThat(names(Optionals_ConstantInit.parameters(new Constant()))).containsExactly("on");

        Net net = new Net();
        Optionals_NetInit.initWeights(net, 1);
        assertThat(names(Optionals_NetInit.parameters(net)))
                .containsExactly("layers.0.weight", "layers.0.bias", "layers.1.weight", "layers.2.weight", "layers.2.bias", "layers.2.shift");
        assertThat(net.layers.get(0).bias).containsOnly(1);
    }

    private static List<String> names(Parameters parameters) {
        return parameters.stream().map(Parameter::name).toList();
    }
}
