package bad;

import org.initweights.HalfFormat;
import org.initweights.annotation.Constant;
import org.initweights.annotation.HalfFloat;
import org.initweights.annotation.Normal;
import org.initweights.annotation.Orthogonal;
import org.initweights.annotation.Shape;

class NotANumber {
    // error at `/ 0.0) float[] mean;`: mean: @Normal(mean = NaN) is refused: mean needs a finite number [NotFinite]
    @Shape({3, 4}) @Normal(mean = 0.0 / 0.0) float[] mean;
    // error at `/ 0.0) float[] constant;`: constant: @Constant(Infinity) is refused: value needs a finite number [NotFinite]
    @Shape({3, 4}) @Constant(1.0 / 0.0) float[] constant;
    // error at `/ 0.0) float[] gain;`: gain: @Orthogonal(gain = NaN) is refused: gain needs a finite number [NotFinite]
    @Shape({3, 4}) @Orthogonal(gain = 0.0 / 0.0) float[] gain;
    // error at `@Constant(1e5) @HalfFloat(Half`: infinite: values of size 100000 are infinite in a type whose largest number is 65504; use a wider type, or smaller values [Overflow]
    @Shape(8) @Constant(1e5) @HalfFloat(HalfFormat.FP16) short[] infinite;
    @Shape(8) @Constant(1e5) @HalfFloat(HalfFormat.BF16) short[] finite;
}
