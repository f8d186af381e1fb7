package good;

import static org.initweights.FanMode.FAN_OUT;

import org.initweights.annotation.KaimingNormal;
import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Zeros;

public class Stem {
    @Shape({64, 3, 7, 7})
    @KaimingNormal(mode = FAN_OUT)
    float[] conv;

    @Shape(64)
    @Ones
    float[] bnWeight;

    @Shape(64)
    @Zeros
    float[] bnBias;
}
