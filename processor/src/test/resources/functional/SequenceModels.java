package functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.*;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.initweights.DType;
import org.initweights.Initializer;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.Weights;
import org.initweights.annotation.*;
import org.initweights.recipe.*;

/** The recipes of sequence models against the formulas of their papers, in double, element by element. */
public class SequenceModels {

    public static class Positions {
        @Shape({50, 32}) @SinusoidalPositions double[] transformer;
        @Shape({50, 32}) @SinusoidalPositions(base = 100) double[] shorter;
        @Shape({30, 16}) @WhisperPositions @NonTrainable double[] whisper;
        @Shape({1, 21, 24}) @SinCos2dPositions(grid = 5, extra = 1) double[] mae;
        @Shape({1, 12, 16}) @SinCos2dPositions(grid = 4) double[] dit;
        @Shape({8, 1, 1}) @AlibiSlopes @NonTrainable double[] alibi;
        @Shape(12) @AlibiSlopes @NonTrainable double[] alibiOdd;
        @Shape(64) @RotaryFrequencies @NonTrainable double[] rotary;
        @Shape(64) @RotaryFrequencies(theta = 500_000, factor = 4) @NonTrainable double[] rotaryScaled;
        @Shape(64) @Llama3RotaryFrequencies @NonTrainable double[] llama3;
    }

    public static class States {
        final int layer = 3;
        final int layers = 12;
        @Shape({3, 16}) @S4dLin double[] lin;
        @Shape({3, 16}) @S4dReal double[] real;
        @Shape({1, 1, 40}) @Rwkv7Decay double[] decay;
        @Shape({1, 1, 40}) @Rwkv7Mix(exponent = 0.9, rise = 0.4) double[] mixKey;
        @Shape({1, 1, 40}) @Rwkv7Mix(exponent = 0.2, layer = 0) double[] mixFirst;
        @Shape(4000) @GriffinRecurrent double[] griffin;
        @Shape(4000) @Uniform(a = 0.9 * 0.9 + 1e-8, b = 0.999 * 0.999 + 1e-8) double[] griffinBase;
        @Shape(4000) @LruNu double[] nu;
        @Shape(4000) @LruTheta(maxPhase = 3.14) double[] theta;
        @Shape(4000) @Mamba2ALog double[] aLog;
        @Shape(4000) @Mamba2ALog(minA = 2, maxA = 3) float[] aLogFloats;
    }

    private static Parameters positions;
    private static Parameters states;

    public static void check() {
        Positions places = new Positions();
        SequenceModels_PositionsInit.initWeights(places, 3);
        positions = SequenceModels_PositionsInit.parameters(places);
        positions(places);
        States model = new States();
        SequenceModels_StatesInit.initWeights(model, 3);
        states = SequenceModels_StatesInit.parameters(model);
        states(model);
        drawn(model);
        sameInCode();
    }

    private static void is(double[] values, IntToDoubleFunction formula) {
        for (int e = 0; e < values.length; e++) {
            assertThat(values[e]).as("element %d", e).isEqualTo(formula.applyAsDouble(e));
        }
    }

    private static double sinusoid(int position, int channel, int channels, double base) {
        double angle = position / StrictMath.pow(base, (channel - channel % 2) / (double) channels);
        return channel % 2 == 0 ? StrictMath.sin(angle) : StrictMath.cos(angle);
    }

    private static double grid(int element, int columns, int extra, int channels) {
        int token = element / channels - extra;
        if (token < 0) {
            return 0;
        }
        int quarter = channels / 4;
        int channel = element % channels;
        double omega = 1 / StrictMath.pow(10000, channel % quarter / (double) quarter);
        int place = channel < 2 * quarter ? token % columns : token / columns;
        return channel / quarter % 2 == 0 ? StrictMath.sin(place * omega) : StrictMath.cos(place * omega);
    }

    private static double llama3(int k) {
        double f = 1 / StrictMath.pow(500_000, k / 64.0);
        double wavelength = 2 * Math.PI / f;
        if (wavelength < 8192 / 4.0) {
            return f;
        }
        if (wavelength > 8192 / 1.0) {
            return f / 8;
        }
        double smooth = (8192 / wavelength - 1) / (4 - 1);
        return (1 - smooth) * f / 8 + smooth * f;
    }

    private static void positions(Positions model) {
        is(model.transformer, e -> sinusoid(e / 32, e % 32, 32, 10000));
        is(model.shorter, e -> sinusoid(e / 32, e % 32, 32, 100));
        is(model.whisper, e -> {
            double increment = -StrictMath.log(10000) / (8 - 1);
            int channel = e % 16;
            return channel < 8
                    ? StrictMath.sin(e / 16 * StrictMath.exp(increment * channel))
                    : StrictMath.cos(e / 16 * StrictMath.exp(increment * (channel - 8)));
        });
        is(model.mae, e -> grid(e, 5, 1, 24));
        is(model.dit, e -> grid(e, 4, 0, 16));
        is(model.alibi, e -> StrictMath.pow(2, -(e + 1)));
        assertThat(model.alibiOdd)
                .startsWith(0.5, 0.25, 0.125, 0.0625, 0.03125)
                .endsWith(StrictMath.pow(2, -0.5), StrictMath.pow(2, -1.5), StrictMath.pow(2, -2.5), StrictMath.pow(2, -3.5));
        is(model.rotary, e -> 1 / StrictMath.pow(10000, 2 * e / 128.0));
        is(model.rotaryScaled, e -> 1 / StrictMath.pow(500_000, 2 * e / 128.0) / 4);
        for (int k = 0; k < 64; k++) {
            assertThat(model.llama3[k]).isCloseTo(llama3(k), org.assertj.core.data.Offset.offset(1e-15 * llama3(k)));
        }
    }

    private static void states(States model) {
        is(model.lin, e -> Math.PI * (e % 16));
        is(model.real, e -> -(e % 16 + 1));
        is(model.decay, e -> -7 + 5 * StrictMath.pow(e / 39.0, 0.85 + Math.sqrt(3 / 11.0)) + 0.5);
        is(model.mixKey, e -> 1 - (StrictMath.pow(e / 40.0, 0.9 * (1 - 3 / 12.0)) + 0.4 * 3 / 11));
        is(model.mixFirst, e -> 1 - StrictMath.pow(e / 40.0, 0.2));
    }

    /** What is drawn lies where it should, and is spread as it should be: a test of Kolmogorov and Smirnov, at 1.95 / √n. */
    private static void drawn(States model) {
        uniform(model.griffin, w -> StrictMath.pow(1 + StrictMath.exp(w), -2), 0.81 + 1e-8, 0.998001 + 1e-8);
        uniform(model.nu, w -> StrictMath.exp(-2 * StrictMath.exp(w)), 0.81, 0.998001);
        uniform(model.theta, w -> StrictMath.exp(w) / 3.14, 0, 1);
        uniform(model.aLog, StrictMath::exp, 1, 16);
        assertThat(states.get("aLog").fill().mean())
                .isCloseTo((16 * Math.log(16) - 15) / 15, org.assertj.core.data.Offset.offset(1e-12));
        for (float a : model.aLogFloats) {
            assertThat(Math.exp(a)).isBetween(1.999999, 3.000001);
        }
    }

    private static void uniform(double[] values, java.util.function.DoubleUnaryOperator back, double low, double high) {
        double[] u = Arrays.stream(values).map(back).map(x -> (x - low) / (high - low)).sorted().toArray();
        for (int i = 0; i < u.length; i++) {
            assertThat(u[i]).isBetween(-1e-9, 1 + 1e-9);
            assertThat(Math.abs(u[i] - (i + 0.5) / u.length)).isLessThan(1.95 / Math.sqrt(u.length));
        }
    }

    /** The functions of the same names, without a model: the same bits. */
    private static void sameInCode() {
        same(positions.get("transformer"), sinusoidalPositions());
        same(positions.get("shorter"), sinusoidalPositions(100));
        same(positions.get("whisper"), whisperPositions());
        same(positions.get("mae"), sinCos2dPositions(5, 1));
        same(positions.get("alibiOdd"), alibiSlopes());
        same(positions.get("rotary"), rotaryFrequencies());
        same(positions.get("rotaryScaled"), rotaryFrequencies(500_000, 4));
        same(positions.get("llama3"), llama3RotaryFrequencies());
        same(states.get("lin"), s4dLin());
        same(states.get("real"), s4dReal());
        same(states.get("decay"), rwkv7Decay(3, 12));
        same(states.get("mixKey"), rwkv7Mix(0.9, 0.4, 3, 12));
        same(states.get("griffin"), griffinRecurrent());
        same(states.get("nu"), lruNu());
        same(states.get("theta"), lruTheta(3.14));
        same(states.get("aLog"), mamba2ALog());
        same(states.get("aLogFloats"), mamba2ALog(2, 3));
    }

    private static void same(Parameter annotated, Initializer recipe) {
        DType dtype = annotated.dtype();
        Parameter coded = Weights.of(b -> b.tensor(annotated.name(), annotated.shape(), dtype, recipe))
                .initialize(3)
                .get(annotated.name());
        for (long i = 0; i < annotated.elements(); i++) {
            assertThat(coded.get(i)).as(annotated.name()).isEqualTo(annotated.get(i));
        }
    }
}
