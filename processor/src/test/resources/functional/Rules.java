package functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.data.Offset.offset;

import org.initweights.FanMode;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.Layer;
import org.initweights.Parameters;
import org.initweights.TensorShape;
import org.initweights.annotation.Constant;
import org.initweights.annotation.Formula;
import org.initweights.annotation.InitWith;
import org.initweights.annotation.KaimingNormal;
import org.initweights.annotation.Normal;
import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Slice;
import org.initweights.annotation.TorchDefault;
import org.initweights.annotation.XavierUniform;
import org.initweights.annotation.Zeros;

/** Composed annotations, formulas, slices and users' own initializers. */
public class Rules {
    @Normal
    @Formula(std = "0.02 / sqrt(2 * layers)")
    @interface ResidualNormal {
        int layers();
    }

    @ResidualNormal(layers = 6)
    @interface SixLayers {}

    @ResidualNormal(layers = 1)
    @interface Deep {
        int layers() default 24;
    }

    @KaimingNormal(mode = FanMode.FAN_OUT)
    @interface Conv {
        FanMode mode() default FanMode.FAN_OUT;
    }

    @Constant(0)
    @Formula(value = "-log(classes)")
    @interface PriorBias {
        int classes();
    }

    @Ones
    @Slice("rows / 4 : rows / 2")
    @interface OpenForgetGate {}

    @Constant(7)
    @interface Seven {}

    @Zeros
    @Slice(value = "0", use = Seven.class)
    @Slice(value = "-1", use = Ones.class)
    @interface SevenToOne {}

    record Scaled(double std, int times, boolean negative, FanMode mode, String name) implements Initializer {
        @Override
        public Fill resolve(TensorShape shape) {
            double value = std * times * (negative ? -1 : 1) * mode.of(shape.fans()) * name.length();
            return Initializers.constant(value).resolve(shape);
        }
    }

    static class Config {
        final double range = Double.parseDouble("0.5");
    }

    public static class Model {
        final int layers = Integer.parseInt("8");
        final int width = Integer.parseInt("4");
        final Config config = new Config();

        @Shape({8, 8}) @ResidualNormal(layers = 12) float[] residual;
        @Shape({8, 8}) @SixLayers float[] six;
        @Shape({8, 8}) @Deep float[] deep;
        @Shape({8, 8}) @Deep(layers = 2) float[] shallow;
        @Shape({8, 4, 3, 3}) @Conv float[] out;
        @Shape({8, 4, 3, 3}) @Conv(mode = FanMode.FAN_IN) float[] in;
        @Shape(10) @PriorBias(classes = 10) float[] prior;
        @Shape({8, 8}) @Normal @Formula(std = "config.range / layers") float[] ofModel;
        @Shape(dims = "width, 3, 5") @Normal @Formula(std = "1 / fan_in") float[] ofShape;
        @Shape(value = {8, 2, 3}, groups = 2) @Normal @Formula(std = "1 / (fan_out * kernel * out)") float[] grouped;

        @Shape(dims = "4 * width, 2") @TorchDefault(Layer.LSTM) float[] weight;
        @Shape(dims = "4 * width") @TorchDefault(value = Layer.LSTM, weight = "weight") @OpenForgetGate float[] gates;
        @Shape(dims = "4 * width") @Zeros @Slice(value = "width : 2 * width", use = Ones.class) float[] forget;
        @Shape({5, 2}) @SevenToOne float[] ends;
        @Shape({6, 2})
        @Slice(value = ":2", use = XavierUniform.class)
        @Slice(value = "2:4", use = Zeros.class)
        @Slice(value = "4:", use = XavierUniform.class)
        float[] qkv;
        @Shape(value = {6, 2}, packed = 3) @XavierUniform float[] packed;
        @Shape(value = {7, 6, 2}, stacked = 1) @XavierUniform float[] experts;
        @Shape({3, 2})
        @InitWith(value = Scaled.class, args = {"0.5 * layers", "2 + 1", "true", "FAN_OUT", "ab"})
        float[] own;
    }

    public static class Sliced {
        final int from = Integer.parseInt("3");
        @Shape(4) @Zeros @Slice(value = "from : from + 2", use = Ones.class) float[] bias;
    }

    public static void check() {
        Model model = new Model();
        Rules_ModelInit.initWeights(model, 1);
        Parameters parameters = Rules_ModelInit.parameters(model);
        assertThat(std(parameters, "residual")).isEqualTo(0.02 / Math.sqrt(24));
        assertThat(std(parameters, "six")).isEqualTo(0.02 / Math.sqrt(12));
        assertThat(std(parameters, "deep")).isEqualTo(0.02 / Math.sqrt(48));
        assertThat(std(parameters, "shallow")).isEqualTo(0.01);
        assertThat(std(parameters, "out")).isEqualTo(Math.sqrt(2.0) / Math.sqrt(72));
        assertThat(std(parameters, "in")).isEqualTo(Math.sqrt(2.0) / Math.sqrt(36));
        assertThat(model.prior).containsOnly((float) -Math.log(10));
        assertThat(std(parameters, "ofModel")).isEqualTo(0.5 / 8);
        assertThat(std(parameters, "ofShape")).isEqualTo(1.0 / 15);
        assertThat(std(parameters, "grouped")).isEqualTo(1.0 / (12 * 3 * 8));
        assertThat(parameters.get("experts").fill().upper()).isEqualTo(Math.sqrt(3.0) * Math.sqrt(2.0 / 8));
        assertThat(parameters.get("packed").fill().upper()).isEqualTo(Math.sqrt(3.0) * Math.sqrt(2.0 / 4));
        assertThat(model.own).containsOnly(-0.5f * 8 * 3 * 3 * 2);
        slices(model);
        refusesRowsThatAModelDoesNotHave();
    }

    private static double std(Parameters parameters, String name) {
        return parameters.get(name).fill().std();
    }

    private static void slices(Model model) {
        for (int i = 0; i < 16; i++) {
            boolean forget = i >= 4 && i < 8;
            assertThat(model.forget[i]).isEqualTo(forget ? 1 : 0);
            assertThat(model.gates[i] == 1).isEqualTo(forget);
        }
        assertThat(model.ends).containsExactly(7, 7, 0, 0, 0, 0, 0, 0, 1, 1);
        assertThat(new float[] {model.qkv[4], model.qkv[5], model.qkv[6], model.qkv[7]}).containsOnly(0);
        assertThat(model.qkv[0]).isNotZero().isCloseTo(0, offset((float) Math.sqrt(6.0 / 4)));
        assertThat(model.qkv[11]).isNotZero();
    }

    private static void refusesRowsThatAModelDoesNotHave() {
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> Rules_SlicedInit.initWeights(new Sliced(), 1))
                .withMessageContaining("bias");
    }
}
