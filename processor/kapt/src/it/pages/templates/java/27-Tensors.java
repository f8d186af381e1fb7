package readme.weights;

import static org.initweights.FanMode.FAN_OUT;
import static org.initweights.Initializers.*;
import static org.initweights.Nonlinearity.RELU;

import org.initweights.Layer;
import org.initweights.Weights;

class Tensors {
    static float[] kernel() {
// snippet of runtime/docs/guide/weights.md
        return kernel;
    }
}
