package warned;

import org.initweights.FanMode;
import org.initweights.HalfFormat;
import org.initweights.Layer;
import org.initweights.Layout;
import org.initweights.Nonlinearity;
import org.initweights.annotation.Activation;
import org.initweights.annotation.Constant;
import org.initweights.annotation.Dirac;
import org.initweights.annotation.HalfFloat;
import org.initweights.annotation.InitRule;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.KaimingNormal;
import org.initweights.annotation.KaimingUniform;
import org.initweights.annotation.NonTrainable;
import org.initweights.annotation.Normal;
import org.initweights.annotation.Ones;
import org.initweights.annotation.Orthogonal;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Skip;
import org.initweights.annotation.Slice;
import org.initweights.annotation.Tie;
import org.initweights.annotation.TorchDefault;
import org.initweights.annotation.TruncNormal;
import org.initweights.annotation.XavierNormal;
import org.initweights.annotation.XavierUniform;
import org.initweights.annotation.Zeros;
import org.initweights.SingularSide;
import org.initweights.recipe.ForgetGateBias;
import org.initweights.recipe.GriffinRecurrent;
import org.initweights.recipe.Llama3RotaryFrequencies;
import org.initweights.recipe.LruNu;
import org.initweights.recipe.MambaDtBias;
import org.initweights.recipe.MupEmbedding;
import org.initweights.recipe.MupHidden;
import org.initweights.recipe.MupOutput;
import org.initweights.recipe.RotaryFrequencies;
import org.initweights.recipe.SinusoidalPositions;
import org.initweights.recipe.SpectralVector;
import org.initweights.recipe.SwinRelativePositionIndex;
import org.initweights.recipe.WhisperPositions;

class Lints {
    static class Completeness {
        @Shape(3) @Ones float[] weight;
        // warning at `forgotten;`: forgotten: no initializer, so it keeps Java's zeros; annotate it, or @Skip it if it is no parameter [Uninitialized]
        float[] forgotten;
        // warning at `nested;`: nested: no initializer, so it keeps Java's zeros; annotate it, or @Skip it if it is no parameter [Uninitialized]
        double[][] nested;
        // warning at `shaped;`: shaped: no initializer, so it keeps Java's zeros; annotate it, or @Skip it if it is no parameter [Uninitialized]
        @Shape(3) float[] shaped;
        @Skip float[] scratch;
        int[] indices;
        static float[] shared;
        // warning at `pair;`: pair: Pair has sub-models but is no model itself, so they are not initialised; annotate it with @InitWeights, or @Skip the field [Uninitialized]
        Pair pair;
        // warning at `nestedPairs;`: nestedPairs: Outer has sub-models but is no model itself, so they are not initialised; annotate it with @InitWeights, or @Skip the field [Uninitialized]
        java.util.List<Outer> nestedPairs;
        @Skip Pair other;
        Plain plain;
        static Pair common;
    }

    static class Pair {
        Truncation first;
    }

    static class Outer {
        Outer parent;
        Pair[] pairs;
    }

    static class Plain {
        Plain parent;
        @Skip Truncation skipped;
        String name;
    }

    static class Truncation {
        // warning at `@TruncNormal(std = 0.02) float`: unit: a and b of @TruncNormal are absolute, so std = 0.02 with [-2, 2] cuts at ±100σ: nothing is truncated; write a = -0.04, b = 0.04 for ±2σ [TruncationUnit]
        @Shape(3) @TruncNormal(std = 0.02) float[] unit;
        @Shape(3) @TruncNormal(std = 0.02, a = -0.04, b = 0.04) float[] fine;
        // warning at `@TruncNormal(mean = 5) float[]`: tail: [-2, 2] holds less than 5% of N(5, 1²), so what is drawn is its tail; a and b are absolute, as mean is: are they meant to be around it? [TruncationTail]
        @Shape(3) @TruncNormal(mean = 5) float[] tail;
        // warning at `@TruncNormal(std = 0.01, a = -`: lopsided: a and b of @TruncNormal are absolute, so std = 0.01 with [-0.5, 1] cuts at -50σ and 100σ: nothing is truncated; write a = -0.02, b = 0.02 for ±2σ [TruncationUnit]
        @Shape(3) @TruncNormal(std = 0.01, a = -0.5, b = 1) float[] lopsided;
    }

    static class Gains {
        // warning at `0.2, nonlinearity = Nonlineari`: slope: a is the slope of a leaky ReLU, and RELU ignores it; remove a, or use nonlinearity = LEAKY_RELU [UnusedSlope]
        @Shape({3, 3}) @KaimingNormal(a = 0.2, nonlinearity = Nonlinearity.RELU) float[] slope;
        @Shape({3, 3}) @KaimingNormal(a = 0.2) float[] leaky;
        // warning at `.TANH) float[] saturating;`: saturating: Kaiming's rule is derived for rectifiers, and TANH saturates; use @XavierNormal(nonlinearity = TANH) [SaturatingKaiming]
        @Shape({3, 3}) @KaimingUniform(nonlinearity = Nonlinearity.TANH) float[] saturating;
        // warning at `@KaimingUniform @Activation(No`: declared: Kaiming's rule is derived for rectifiers, and SIGMOID saturates; use @XavierNormal(nonlinearity = SIGMOID) [SaturatingKaiming]
        @Shape({3, 3}) @KaimingUniform @Activation(Nonlinearity.SIGMOID) float[] declared;
        // warning at `@XavierUniform @Activation(Non`: small: @XavierUniform has gain 1, but the activation is RELU, whose gain is √2; the signal would shrink from layer to layer [ActivationGain]
        @Shape({3, 3}) @XavierUniform @Activation(Nonlinearity.RELU) float[] small;
        // warning at `3) @Activation(Nonlinearity.GE`: large: @XavierUniform(gain = 3) has gain 3, but the activation is GELU, whose gain is 1.534; the signal would grow from layer to layer [ActivationGain]
        @Shape({3, 3}) @XavierUniform(gain = 3) @Activation(Nonlinearity.GELU) float[] large;
        @Shape({3, 3}) @XavierUniform(nonlinearity = Nonlinearity.RELU) @Activation(Nonlinearity.RELU) float[] fits;
        @Shape({3, 3}) @KaimingNormal @Activation(Nonlinearity.SILU) float[] rectifier;
        @Shape({3, 3}) @XavierNormal @Activation(Nonlinearity.TANH) float[] linearRegime;
    }

    @InitWeights
    @Tie(param = "head", to = "embed")
    @Tie(param = "same", to = "embed")
    @Tie(param = "none", to = "embed")
    static class TiedFields {
        @Shape({4, 2}) @Normal float[] embed;
        // warning at `@Normal(std = 2) float[] head;`: head: @Normal(std = 2) is never used, since head is tied to embed, which starts as @Normal; remove it [TiedInitializer]
        @Shape({4, 2}) @Normal(std = 2) float[] head;
        @Shape({4, 2}) @Normal float[] same;
        @Shape({4, 2}) float[] none;
    }

    static class Matrices {
        @Zeros
        @interface Head {}

        // warning at `@Zeros float[] zeros;`: zeros: a whole matrix of one value, [4, 5], makes its units alike until something else tells them apart; draw it at random, say what the zeros are for with an annotation of its own, such as @ZeroInitResidual, or, if each row is a vector by itself, say @Shape(stacked = 1) [Symmetry]
        @Shape({4, 5}) @Zeros float[] zeros;
        // warning at `@Constant(0.1) float[] constan`: constant: a whole matrix of one value, [4, 5], makes its units alike until something else tells them apart; draw it at random, or, if each row is a vector by itself, say @Shape(stacked = 1) [Symmetry]
        @Shape({4, 5}) @Constant(0.1) float[] constant;
        @Shape({1, 5}) @Zeros float[] row;
        @Shape({4, 5}) @Zeros @NonTrainable float[] mask;
        @Shape({4, 5}) @Zeros int[] index;
        @Shape({8, 3}) @Zeros float[] pos_embed;
        @Shape({9, 3}) @Zeros float[] relativePositionBiasTable;
        @Shape({4, 5}) @Head float[] meant;
        // note at `@Head float[] loraA;`: loraA: the other factor [LowRankZero]
        @Shape({4, 8}) @Head float[] loraA;
        // warning at `@Head float[] loraB;`: loraB: zero, as loraA is, so that neither factor ever gets a gradient; draw one at random: @KaimingUniform, as LoRA's A [LowRankZero]
        @Shape({8, 4}) @Head float[] loraB;
        // warning at `@Dirac float[] even;`: even: an even kernel has no centre, so the identity is shifted by half a step; use odd sizes in [4, 4, 2, 2] [EvenKernel]
        @Shape({4, 4, 2, 2}) @Dirac float[] even;
        @Shape({4, 4, 3, 3}) @Dirac float[] odd;
        // warning at `@Normal(std = 1e-5) @HalfFloat`: lost: values of size 1e-5 lose their digits or become 0 in a type whose smallest normal number is 6.104e-5; use a wider type [Underflow]
        @Shape(8) @Normal(std = 1e-5) @HalfFloat(HalfFormat.FP16) short[] lost;
        @Shape(8) @Normal(std = 1e-5) @HalfFloat(HalfFormat.BF16) short[] kept;
        @Shape(8) @Constant(1e5) @HalfFloat(HalfFormat.BF16) short[] finite;
        // warning at `@Orthogonal float[] costly;`: costly: a matrix of 10000 × 10000 takes about 4e12 operations to make orthogonal, which is minutes; at this size @XavierNormal is nearly orthogonal [OrthogonalCost]
        @Shape({10000, 10000}) @Orthogonal float[] costly;
        // warning at `@Orthogonal float[] thin;`: thin: a matrix of 5000 × 2 is so long that random rows are nearly orthogonal already; @XavierNormal does as well [OrthogonalCost]
        @Shape({5000, 2}) @Orthogonal float[] thin;
        // warning at `{4, 0}) @KaimingNormal float[]`: empty: [4, 0] has no elements, so nothing is initialised; is one of its sizes wrong? [ZeroSize]
        @Shape({4, 0}) @KaimingNormal float[] empty;
    }

    static class Pairs {
        @Shape({3, 64}) @Zeros float[] decay1;
        @Shape({64, 3}) @Normal float[] decay2;
        @Shape(dims = "r, in") @Zeros float[] down;
        @Shape(dims = "in, r") @Normal float[] up;
        @Shape({32, 64}) @Zeros float[] gateProj;
        @Shape({32, 64}) @Normal float[] upProj;
        // warning at `@Zeros float[] query;`: query: a whole matrix of one value, [16, 48], makes its units alike until something else tells them apart; draw it at random, say what the zeros are for with an annotation of its own, such as @ZeroInitResidual, or, if each row is a vector by itself, say @Shape(stacked = 1) [Symmetry]
        @Shape({16, 48}) @Zeros float[] query;
        @Shape({16, 48}) @Normal float[] key;
        final int r = Integer.parseInt("2"), in = Integer.parseInt("4");
    }

    static class Dense {
        @Shape({4, 5}) @Normal float[] weight;
    }

    static class Lookup {
        @Shape({4, 5}) @Normal float[] table;
    }

    @InitWeights
    // warning at `.class)`: @InitRule(type = Dense.class, param = "weight", use = Zeros.class): for first.weight a whole matrix of one value, [4, 5], makes its units alike until something else tells them apart; draw it at random, say what the zeros are for with an annotation of its own, such as @ZeroInitResidual, or, if each row is a vector by itself, say @Shape(stacked = 1) [Symmetry]
    @InitRule(type = Dense.class, param = "weight", use = Zeros.class)
    static class Ruled {
        final Dense first = new Dense(), second = new Dense();
    }

    @InitWeights
    @InitRule(type = Lookup.class, param = "table", use = Zeros.class)
    @InitRule(type = Dense.class, param = "weight", use = Matrices.Head.class)
    static class RuledAsMeant {
        final Lookup lookup = new Lookup();
        final Dense head = new Dense();
    }

    static class Torch {
        // warning at `@TorchDefault(Layer.LAYER_NORM`: normBias: @TorchDefault(LAYER_NORM) without weight is the rule of the weight, which starts as 1, but this is a bias by its name, and PyTorch's starts as 0; use @TorchDefault(value = LAYER_NORM, weight = "normWeight") [NormalizationBias]
        @Shape(10) @TorchDefault(Layer.LAYER_NORM) float[] normBias;
        @Shape(10) @TorchDefault(Layer.LAYER_NORM) float[] normWeight;
        @Shape(10) @TorchDefault(value = Layer.LAYER_NORM, weight = "normWeight") float[] norm_bias;
        // warning at `@TorchDefault(Layer.GROUP_NORM`: beta: @TorchDefault(GROUP_NORM) without weight is the rule of the weight, which starts as 1, but this is a bias by its name, and PyTorch's starts as 0; use @TorchDefault(value = GROUP_NORM, weight = "…") [NormalizationBias]
        @Shape(10) @TorchDefault(Layer.GROUP_NORM) float[] beta;
        @Shape({80, 3}) @TorchDefault(Layer.LSTM) float[] weight_ih_l0;
        // warning at `{76, 8}) @TorchDefault(Layer.L`: weight_hh_l0: [76, 8] has 76 rows, but weight_ih_l0 [80, 3] has 80, and each tensor of the layer has 4 · hidden; if this one has not, name one that has with weight = "weight_ih_l0" [RecurrentRows]
        @Shape({76, 8}) @TorchDefault(Layer.LSTM) float[] weight_hh_l0;
        // warning at `@TorchDefault(Layer.LSTM) floa`: weight_hr_l0: @TorchDefault(LSTM) takes the rows of [8, 20] for 4 · hidden, but those of an LSTM's projection are not; name a tensor of the layer that has 4 · hidden: @TorchDefault(value = LSTM, weight = "weight_ih_l0") [RecurrentRows]
        @Shape({8, 20}) @TorchDefault(Layer.LSTM) float[] weight_hr_l0;
        @Shape({8, 20}) @TorchDefault(value = Layer.LSTM, weight = "weight_ih_l1") float[] weight_hr_l1;
        @Shape({40, 3}) @TorchDefault(Layer.LSTM) float[] weight_ih_l1;
        // warning at `@ForgetGateBias float[] odd;`: odd: @ForgetGateBias is for the forget gate, the second of the four of an LSTM, but 10 rows are not four gates, and it would get rows 2 : 5; give the rows that are meant with @Slice [ForgetGate]
        @Shape(10) @Zeros @ForgetGateBias float[] odd;
        // warning at `@ForgetGateBias float[] gru;`: gru: @ForgetGateBias is for the forget gate, the second of the four of an LSTM, but this is a bias of GRU; give the rows that are meant with @Slice [ForgetGate]
        @Shape(12) @TorchDefault(Layer.GRU) @ForgetGateBias float[] gru;
        @Shape(12) @TorchDefault(Layer.LSTM) @ForgetGateBias float[] lstm;
    }

    static class Recurrent {
        @Shape({16, 3}) @TorchDefault(Layer.LSTM) float[] weightIh;
        // note at `@Zeros @Slice(value = "4:8", u`: biasIh: the bias that it is added to [BiasesAdd]
        @Shape(16) @Zeros @Slice(value = "4:8", use = Ones.class) float[] biasIh;
        // warning at `@Zeros @Slice(value = "4:8", u`: biasHh: 1 in rows 4 : 8, as in biasIh; the layer adds the two, which makes twice as much; use @Zeros in one of them [BiasesAdd]
        @Shape(16) @Zeros @Slice(value = "4:8", use = Ones.class) float[] biasHh;
        // note at `@Ones float[] inputBias;`: inputBias: the bias that it is added to [BiasesAdd]
        @Shape(16) @Ones float[] inputBias;
        // warning at `@Ones float[] recurrentBias;`: recurrentBias: 1, as in inputBias; the layer adds the two, which makes twice as much; use @Zeros in one of them [BiasesAdd]
        @Shape(16) @Ones float[] recurrentBias;
    }

    static class Layouts {
        // warning at `.IN_OUT_SPATIAL) @TorchDefault`: weight: PyTorch's CONV lays out its weight as OUT_IN_SPATIAL, but this layout is IN_OUT_SPATIAL; use layout = OUT_IN_SPATIAL, or an initializer that names no layer [LayerAxes]
        @Shape(value = {8, 4, 3, 3}, layout = Layout.IN_OUT_SPATIAL) @TorchDefault(Layer.CONV) float[] weight;
        // warning at `.OUT_IN_SPATIAL) @TorchDefault`: up: PyTorch's CONV_TRANSPOSE lays out its weight as IN_OUT_SPATIAL, but this layout is OUT_IN_SPATIAL; use layout = IN_OUT_SPATIAL, or an initializer that names no layer [LayerAxes]
        @Shape(value = {8, 4, 3, 3}, layout = Layout.OUT_IN_SPATIAL) @TorchDefault(Layer.CONV_TRANSPOSE) float[] up;
        @Shape(value = {8, 4, 3, 3}, layout = Layout.IN_OUT_SPATIAL) @TorchDefault(Layer.CONV_TRANSPOSE) float[] fine;
    }

    static class Sizes {
        int out, in, groups;

        @interface Nullable {}

        @Normal @interface Scaled { double sdt() default 1; }

        // warning at `allocated;`: allocated: @Nullable has no effect on a field that is not final: where it is null it is allocated; say when the model has it, @Shape(onlyIf = "hasBias"), or drop @Nullable [NullableAllocated]
        @Nullable @Shape(3) @Zeros float[] allocated;
        @Nullable Integer rank;
        // warning at `"2 * rank") @Zeros float[] ran`: ranked: dimension "rank" may be null, and then the model has no size; name one that is never null, or say when the model has the parameter, @Shape(onlyIf = "has…") [NullableSize]
        @Shape(dims = "2 * rank") @Zeros float[] ranked;
        // warning at `0.02) float[] typo;`: typo: sdt of @Scaled reaches nothing: @Normal has no such argument, and no formula names it; did you mean "std"? [UnusedMember]
        @Shape({3, 4}) @Scaled(sdt = 0.02) float[] typo;
        // warning at `"out, in / groups, 3") @Xavier`: grouped: [out, in / groups, 3] divides channels by groups, but no groups are said, so the fans are those of all groups together; add groupsOf = "groups", or groups = 1 if there are none [UnsaidGroups]
        @Shape(dims = "out, in / groups, 3") @XavierNormal float[] grouped;
    }

    @InitWeights
    @SuppressWarnings("initweights:Uninitialized")
    static class Suppressed {
        float[] forgotten;

        @SuppressWarnings("initweights:TruncationUnit")
        @Shape(3) @TruncNormal(std = 0.02) float[] unit;

        @SuppressWarnings("initweights")
        @Shape(3) @TruncNormal(std = 0.02) float[] allOfOurs;

        @SuppressWarnings({"unused", "all"})
        @Shape(3) @TruncNormal(std = 0.02) float[] all;
    }

    static class Misspelt {
        // warning at `"initweights:truncationUnit")`: unit: @SuppressWarnings("initweights:truncationUnit"): there is no such lint; did you mean "initweights:TruncationUnit"? [UnknownLint]
        @SuppressWarnings("initweights:truncationUnit")
        @Shape(3) @Ones float[] unit;

        // warning at `{"unused", "InitWeights:Symetr`: two: @SuppressWarnings("InitWeights:Symetry"): there is no such lint; did you mean "initweights:Symmetry"? [UnknownLint]
        @SuppressWarnings({"unused", "InitWeights:Symetry"})
        @Shape(3) @Ones float[] two;
    }

    static class Widths {
        final int width = 4;
        // warning at `@MupHidden(base = 2) float[] h`: linear.weight: [out, in] has no role of µP, and its sizes, which other models give it, may grow with the width; give it one by an @InitRule, such as use = MupHidden.class [MupUnknown]
        @Shape(dims = "width, width") @MupHidden(base = 2) float[] hidden;
        Grown linear = new Grown(4, 4);
    }

    @InitWeights
    // warning at `@Tie(param = "head", to = "wor`: head: it is tied to words, an embedding of µP, whose output nothing multiplies; use @MupSharedReadout for an embedding that is also the readout, or give head @MupEmbedding too if its rows are looked up [MupReadout]
    @Tie(param = "head", to = "words")
    static class Readouts {
        @Shape({10, 4}) @MupEmbedding(base = 2) float[] words;
        @Shape({10, 4}) float[] head;
    }

    static class Grown {
        final int out;
        final int in;
        @Shape(dims = "out, in") @KaimingNormal float[] weight;

        Grown(int out, int in) {
            this.out = out;
            this.in = in;
        }
    }

    static class Channels {
        @Shape({12, 64}) @Constant(-0.04) float[] r_k;
        @Shape({1, 1, 768}) @Normal float[] x_k;
        @Shape(dims = "heads, width / heads") @Ones float[] scale;
        @Shape(value = {8, 32, 16}, stacked = 1) @Normal float[] experts;
        @Shape({8, 32}) @Zeros float[] offset;
        @Shape({7, 5}) @Normal float[] w;
        @Shape({9, 7}) @Zeros float[] b;
        @Shape(value = {4, 5}, stacked = 1) @Ones float[] perHead;
        final int heads = Integer.parseInt("2"), width = Integer.parseInt("4");
    }

    static class Buffers {
        @Shape({4, 3}) @Normal float[] weight;
        // warning at `@SpectralVector(of = "weight",`: u: @SpectralVector gives values that are never trained where they are from, but nothing keeps an optimizer from these; add @NonTrainable to the field [TrainedBuffer]
        @Shape(4) @SpectralVector(of = "weight", side = SingularSide.LEFT) float[] u;
        @Shape(3) @SpectralVector(of = "weight", side = SingularSide.RIGHT) @NonTrainable float[] v;
        // warning at `@Rope float[] frequencies;`: frequencies: @RotaryFrequencies gives values that are never trained where they are from, but nothing keeps an optimizer from these; add @NonTrainable to the field [TrainedBuffer]
        @Shape(8) @Rope float[] frequencies;
        @Shape({4, 4}) @SwinRelativePositionIndex(width = 2) int[] index;
        @Shape({8, 4}) @SinusoidalPositions float[] learnedFromThereOn;

        @RotaryFrequencies
        @interface Rope {}
    }

    static class Frequencies {
        @Shape(8) @Ones float[] inv_freq;
    }

    @InitWeights
    // warning at `@InitRule(param = "trained.inv`: @InitRule(param = "trained.inv_freq", use = RotaryFrequencies.class): for trained.inv_freq: @RotaryFrequencies gives values that are never trained where they are from, but nothing keeps an optimizer from these; add @NonTrainable to the field [TrainedBuffer]
    @InitRule(param = "trained.inv_freq", use = RotaryFrequencies.class)
    @InitRule(param = "kept.inv_freq", use = RotaryFrequencies.class)
    static class RuledBuffers {
        final Frequencies trained = new Frequencies();
        @NonTrainable final Frequencies kept = new Frequencies();
    }

    static class TwoMeanings {
        final int base = 64;
        @Shape({64, 64}) @MupHidden float[] hidden;
        @Shape({10, 64}) @MupOutput float[] output;
        // warning at `@SinusoidalPositions float[] p`: positions: @SinusoidalPositions takes base of the model as the longest wavelength over 2π, and @MupHidden of hidden takes it as a size of the base model; give one of them its own, base = … [SharedNumber]
        @Shape({8, 64}) @SinusoidalPositions float[] positions;
        @Shape({8, 64}) @SinusoidalPositions(base = 10_000) float[] others;
    }

    static class OneMeaning {
        final double base = 100, minRadius = 0.5;
        @Shape({8, 64}) @SinusoidalPositions float[] positions;
        @Shape({8, 64}) @WhisperPositions @NonTrainable float[] others;
        @Shape(8) @LruNu float[] nu;
        @Shape(8) @GriffinRecurrent float[] recurrent;
    }

    /** Neither number is the model's. */
    static class NoMeaning {
        @Shape(8) @MambaDtBias float[] bias;
        @Shape(8) @Llama3RotaryFrequencies @NonTrainable float[] frequencies;
    }
}
