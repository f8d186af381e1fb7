package readme.existing;

import static org.initweights.FanMode.FAN_OUT;
import static org.initweights.Initializers.kaimingNormal;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.torchDefault;
import static org.initweights.Nonlinearity.RELU;

import org.initweights.HalfFormat;
import org.initweights.Layer;
import org.initweights.Parameters;

class Existing {
    static void run() {
// snippet of runtime/docs/guide/weights.md
    }
}
