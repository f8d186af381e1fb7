package bad;

import org.initweights.FanMode;
import org.initweights.Initializer;
import org.initweights.Fill;
import org.initweights.Layer;
import org.initweights.Layout;
import org.initweights.TensorShape;
import org.initweights.annotation.Constant;
import org.initweights.annotation.Formula;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.InitWith;
import org.initweights.annotation.KaimingNormal;
import org.initweights.annotation.Normal;
import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Slice;
import org.initweights.annotation.TorchDefault;
import org.initweights.annotation.Zeros;

class Conflicts {
    static class Biases {
        int in;
        int out;
        // note at `"out, in") @TorchDefault(Layer`: weight: [out, in] is contradicted by bias [in] [DimensionConflict]
        @Shape(dims = "out, in") @TorchDefault(Layer.LINEAR) float[] weight;
        // error at `"in") @TorchDefault(value = La`: bias: [in] is not one element for each out channel of weight [out, in]; use [out], or say with layout that the out channels of weight are elsewhere [DimensionConflict]
        @Shape(dims = "in") @TorchDefault(value = Layer.LINEAR, weight = "weight") float[] bias;
        // note at `{784, 128}) @KaimingNormal flo`: fcWeight: [784, 128] is contradicted by fcBias [128] [DimensionConflict]
        @Shape({784, 128}) @KaimingNormal float[] fcWeight;
        // error at `128) @Zeros float[] fcBias;`: fcBias: [128] is not one element for each out channel of fcWeight [784, 128]; use [784], or say with layout that the out channels of fcWeight are elsewhere [DimensionConflict]
        @Shape(128) @Zeros float[] fcBias;
        @Shape(value = {784, 128}, layout = Layout.SPATIAL_IN_OUT) @KaimingNormal float[] kerasWeight;
        @Shape(128) @Zeros float[] kerasBias;
        @Shape(value = {8, 4, 3, 3}, layout = Layout.IN_OUT_SPATIAL, groups = 2) @TorchDefault(Layer.CONV_TRANSPOSE) float[] upWeight;
        @Shape(8) @TorchDefault(value = Layer.CONV_TRANSPOSE, weight = "upWeight") float[] upBias;
    }

    static class Lengths {
        static final int WIDTH = 8;
        @Shape({4, 5}) @KaimingNormal final float[] fine = new float[4 * 5];
        // error at `wrong = new float[24];`: wrong: allocated with 24 elements, but [4, 5] needs 20; drop the allocation and it is done for you [ArrayLength]
        @Shape({4, 5}) @KaimingNormal final float[] wrong = new float[24];
        // error at `constant = new float[WIDTH * 2`: constant: allocated with 16 elements, but [4, 5] needs 20; drop the allocation and it is done for you [ArrayLength]
        @Shape({4, 5}) @KaimingNormal final float[] constant = new float[WIDTH * 2];
        // error at `nested = new float[4][6];`: nested: allocated as [4, 6], but its shape is [4, 5]; drop the allocation and it is done for you [ArrayLength]
        @Shape({4, 5}) @KaimingNormal final float[][] nested = new float[4][6];
        // error at `listed = {1, 2};`: listed: allocated with 2 elements, but [3] needs 3; drop the allocation and it is done for you [ArrayLength]
        @Shape(3) @Ones float[] listed = {1, 2};
    }

    @InitWeights(strict = true)
    static class Strict {
        // error at `forgotten;`: forgotten: no initializer, so it keeps Java's zeros; annotate it, or @Skip it if it is no parameter [Uninitialized]
        float[] forgotten;
    }

    static class Roles {
        // error at `3) @KaimingNormal float[] pack`: packed: shape [10, 4] has 10 out channels, which packed = 3 does not divide [ShapePacked]
        @Shape(value = {10, 4}, packed = 3) @KaimingNormal float[] packed;
        // error at `3) @KaimingNormal float[] stac`: stacked: shape [10, 4] cannot have stacked = 3; it has 2 axes [ShapeStacked]
        @Shape(value = {10, 4}, stacked = 3) @KaimingNormal float[] stacked;
        // error at `@KaimingNormal float[] vectors`: vectors: @KaimingNormal needs a fan, and [4] has one dimension; use @Zeros, or @TorchDefault(value = LINEAR, weight = "…") for PyTorch's bias rule [FanRank]
        @Shape(value = {8, 4}, stacked = 1) @KaimingNormal float[] vectors;
    }

    static class Formulas {
        @Normal
        @Formula(std = "1 / sqrt(layrs)")
        @interface Misspelt {
            int layers();
        }

        @Normal
        @Formula(gain = "2")
        @interface NoGain {}

        double rate = 1;
        String name = "";
        // error at `@Misspelt(layers = 2) float[]`: misspelt: "layrs" is no member of @Misspelt; did you mean "layers"? [UnknownName]
        @Shape({4, 4}) @Misspelt(layers = 2) float[] misspelt;
        // error at `@NoGain float[] noGain;`: noGain: @Normal has no gain that a formula could compute [FormulaMember]
        @Shape({4, 4}) @NoGain float[] noGain;
        // error at `") float[] syntax;`: syntax: std = "1 +" should have a number or a name at position 4, not the end [FormulaSyntax]
        @Shape({4, 4}) @Normal @Formula(std = "1 +") float[] syntax;
        // error at `sin(1)") float[] function;`: function: "sin(1)": there is no such function; use sqrt, abs, min, max, exp, log or pow [UnknownFunction]
        @Shape({4, 4}) @Normal @Formula(std = "sin(1)") float[] function;
        // error at `"1 / 0") float[] infinite;`: infinite: "1 / 0" is Infinity [FormulaValue]
        @Shape({4, 4}) @Normal @Formula(std = "1 / 0") float[] infinite;
        // error at `@org.initweights.recipe.FixupR`: oneConvolution: "-1 / (2 * convolutions - 2)" is -Infinity [FormulaValue]
        @Shape({4, 4, 3, 3}) @org.initweights.recipe.FixupResidual(layers = 4, convolutions = 1) float[] oneConvolution;
        // error at `"-1") float[] negative;`: negative: @Normal @Formula(std = "-1") is refused: std cannot be negative; use 0 or more [Negative]
        @Shape({4, 4}) @Normal @Formula(std = "-1") float[] negative;
        // error at `name") float[] text;`: text: "name" is a java.lang.String; a formula needs numbers [FormulaType]
        @Shape({4, 4}) @Normal @Formula(std = "name") float[] text;
        // error at `fan_inn") float[] fan;`: fan: "fan_inn" is neither a member of the annotation, nor of the shape, nor a number of the model; did you mean "fan_in"? [UnknownName]
        @Shape({4, 4}) @Normal @Formula(std = "fan_inn") float[] fan;
        // error at `fan_in") float[] noFan;`: noFan: [4] has no fan_in: that needs a weight of two dimensions or more [FanRank]
        @Shape(4) @Normal @Formula(std = "1 / fan_in") float[] noFan;
        // error at `rate") @Zeros float[] real;`: real: dimension "rate" is a double; a size must be an int or a long [DimensionType]
        @Shape(dims = "rate") @Zeros float[] real;
    }

    static class Slices {
        int hidden;
        // error at `"4:9", use = Ones.class) float`: outside: the slice 4 : 9 is not within the rows 0 : 8 [SliceRange]
        @Shape(8) @Zeros @Slice(value = "4:9", use = Ones.class) float[] outside;
        // error at `"4:2", use = Ones.class) float`: backwards: the slice 4 : 2 is not within the rows 0 : 8 [SliceRange]
        @Shape(8) @Zeros @Slice(value = "4:2", use = Ones.class) float[] backwards;
        // error at `"3:5", use = Ones.class) float`: overlap: the slices 0 : 4 and 3 : 5 overlap; which of them should win cannot be said [SliceOverlap]
        @Shape(8) @Zeros @Slice(value = "0:4", use = Ones.class) @Slice(value = "3:5", use = Ones.class) float[] overlap;
        // error at `"0", use = Ones.class) float[]`: scalar: @Slice("0") needs rows, and a scalar has none [SliceRank]
        @Shape({}) @Slice(value = "0", use = Ones.class) float[] scalar;
        // error at `"0:4", use = Ones.class) float`: uncovered: the slices do not cover all rows of [8]; add an initializer for the others: @Slice(value = "…", use = …) beside it [SliceCoverage]
        @Shape(8) @Slice(value = "0:4", use = Ones.class) float[] uncovered;
        // error at `"0:4") float[] uncoveredToo;`: uncoveredToo: the slices do not cover all rows of [8]; add an initializer for the others: @Slice(value = "…", use = …) beside it [SliceCoverage]
        @Shape(8) @Ones @Slice("0:4") float[] uncoveredToo;
        // error at `"0:hiden", use = Ones.class) f`: misspelt: dimension "hiden" is neither a field, a method nor a constant of bad.Conflicts.Slices; did you mean "hidden"? [UnknownDimension]
        @Shape(8) @Zeros @Slice(value = "0:hiden", use = Ones.class) float[] misspelt;
        // error at `"0:(", use = Ones.class) float`: syntax: @Slice = "(" should have a number or a name at position 2, not the end [SliceSyntax]
        @Shape(8) @Zeros @Slice(value = "0:(", use = Ones.class) float[] syntax;
        // error at `.class) float[] needsValue;`: needsValue: @Constant needs a value for value; put the initializer with that value on an annotation of your own, and use that [UseNeedsDefaults]
        @Shape(8) @Zeros @Slice(value = "0:1", use = Constant.class) float[] needsValue;
        // error at `.class) float[] noInitializer;`: @Slice(value = "0:1", use = Override.class): Override is no annotation that stands for one initializer [NoInitializer]
        @Shape(8) @Zeros @Slice(value = "0:1", use = Override.class) float[] noInitializer;
        // error at `"0:1", use = KaimingNormal.cla`: noFan: @KaimingNormal needs a fan, and [1] has one dimension; use @Zeros, or @TorchDefault(value = LINEAR, weight = "…") for PyTorch's bias rule [FanRank]
        @Shape(8) @Zeros @Slice(value = "0:1", use = KaimingNormal.class) float[] noFan;
        // error at `2, use = Ones.class) float[] a`: axis: @Slice(axis = 2): the axes are 0 to 1, or -2 to -1 counted from the last [SliceRank]
        @Shape({8, 4}) @Zeros @Slice(value = "0:1", axis = 2, use = Ones.class) float[] axis;
        // error at `0, use = Ones.class) float[] s`: step: @Slice(step = 0): a step is 1 or more; use 1 for each place, 2 for each second [SliceStep]
        @Shape({8, 4}) @Zeros @Slice(value = "0:4", step = 0, use = Ones.class) float[] step;
        // error at `"5", use = Ones.class) float[]`: every: @Slice(every = "5"): 12 / 5 leaves 2; the axis must be whole blocks, such as heads of 3 * headSize rows each [SliceEvery]
        @Shape({12, 4}) @Zeros @Slice(value = "0:4", every = "5", use = Ones.class) float[] every;
        // error at `"0", use = Ones.class) float[]`: none: @Slice(every = "0") is 0; a block has 1 place or more [SliceEvery]
        @Shape({12, 4}) @Zeros @Slice(value = "0:4", every = "0", use = Ones.class) float[] none;
        // error at `"3:5", axis = 1, use = Ones.cl`: columns: the slice 3 : 5 of axis 1 is not within the places 0 : 4 of axis 1 [SliceRange]
        @Shape({12, 4}) @Zeros @Slice(value = "3:5", axis = 1, use = Ones.class) float[] columns;
        // error at `"2:7", every = "6", use = Ones`: block: the slice 2 : 7 of every 6 is not within the rows 0 : 6 [SliceRange]
        @Shape({12, 4}) @Zeros @Slice(value = "2:7", every = "6", use = Ones.class) float[] block;
        // error at `"4:4", use = Ones.class) float`: empty: the slice 4 : 4 has nothing in it; write "4" for one place, or leave it out [SliceEmpty]
        @Shape(8) @Zeros @Slice(value = "4:4", use = Ones.class) float[] empty;
        // error at `"0:8:2", use = Ones.class) flo`: colons: @Slice("0:8:2") has two colons; the step has a member of its own: @Slice(value = "0:8", step = 2) [SliceSyntax]
        @Shape(8) @Zeros @Slice(value = "0:8:2", use = Ones.class) float[] colons;
        // error at `"1:", step = 2, use = Ones.cla`: cross: the slices 0 : 1 of axis 1 and 1 : 8 : 2 overlap; which of them should win cannot be said [SliceOverlap]
        @Shape({8, 4}) @Zeros @Slice(value = "0", axis = 1, use = Ones.class) @Slice(value = "1:", step = 2, use = Ones.class) float[] cross;
        // error at `":", step = 2, use = Ones.clas`: half: the slices do not cover all rows of [8, 4]; add an initializer for the others: @Slice(value = "…", use = …) beside it [SliceCoverage]
        @Shape({8, 4}) @Slice(value = ":", step = 2, use = Ones.class) float[] half;
    }

    static class Own {
        record Made(double std, int times, boolean flag, FanMode mode) implements Initializer {
            @Override
            public Fill resolve(TensorShape shape) {
                throw new UnsupportedOperationException();
            }
        }

        // error at `.class) float[] none;`: none: @InitWith(Made.class): Made has no constructor without parameters; give args for (double std, int times, boolean flag, FanMode mode) [InitWithClass]
        @Shape({4, 4}) @InitWith(Made.class) float[] none;
        // error at `{"1", "2.5", "true", "FAN_IN"}`: fraction: "2.5" cannot be the argument for int times, which takes an integer [InitWithArgument]
        @Shape({4, 4}) @InitWith(value = Made.class, args = {"1", "2.5", "true", "FAN_IN"}) float[] fraction;
        // error at `{"1", "2", "maybe", "FAN_IN"})`: bool: "maybe" cannot be the argument for boolean flag, which takes true or false [InitWithArgument]
        @Shape({4, 4}) @InitWith(value = Made.class, args = {"1", "2", "maybe", "FAN_IN"}) float[] bool;
        // error at `{"1", "2", "true", "FAN"}) flo`: constant: "FAN" cannot be the argument for org.initweights.FanMode mode, which takes one of FAN_IN, FAN_OUT, FAN_AVG, FAN_GEO_AVG [InitWithArgument]
        @Shape({4, 4}) @InitWith(value = Made.class, args = {"1", "2", "true", "FAN"}) float[] constant;
    }
}
