package bad;

import org.initweights.FanMode;
import org.initweights.Nonlinearity;
import org.initweights.annotation.KaimingNormal;
import org.initweights.annotation.Shape;
import org.initweights.annotation.VarianceScaling;
import org.initweights.annotation.XavierNormal;
import org.initweights.annotation.XavierUniform;

class BadGain {
    // error at `0) float[] zero;`: zero: @XavierNormal(gain = 0) is refused: gain must be more than 0 [NotPositive]
    @Shape({3, 4}) @XavierNormal(gain = 0) float[] zero;
    // error at `-2) float[] scale;`: scale: @VarianceScaling(scale = -2) is refused: scale must be more than 0 [NotPositive]
    @Shape({3, 4}) @VarianceScaling(scale = -2) float[] scale;
    // error at `2, nonlinearity = Nonlinearity`: two: @XavierUniform(gain = 2, nonlinearity = TANH) gives a gain and a non-linearity that has its own; keep one [TwoGains]
    @Shape({3, 4}) @XavierUniform(gain = 2, nonlinearity = Nonlinearity.TANH) float[] two;
    // error at `.FAN_AVG) float[] mode;`: mode: @KaimingNormal(mode = FAN_AVG) is no mode of Kaiming's; use FAN_IN or FAN_OUT, or variance scaling with scale = 2, mode = FAN_AVG [KaimingMode]
    @Shape({3, 4}) @KaimingNormal(mode = FanMode.FAN_AVG) float[] mode;
}
