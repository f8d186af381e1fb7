package readme.existing;

import static org.initweights.FanMode.FAN_OUT;
import static org.initweights.Initializers.kaimingNormal;
import static org.initweights.Nonlinearity.RELU;

import org.initweights.RandomSource;
import org.initweights.TensorShape;

class FillOne {
    static void run() {
// snippet of runtime/docs/guide/weights.md
    }
}
