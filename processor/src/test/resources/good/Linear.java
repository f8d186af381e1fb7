package good;

import org.initweights.Layer;
import org.initweights.annotation.Shape;
import org.initweights.annotation.TorchDefault;

/** Sizes known only when the object is built. */
public class Linear {
    final int in;
    final int out;

    @Shape(dims = "out, in")
    @TorchDefault(Layer.LINEAR)
    float[] weight;

    @Shape(dims = "out")
    @TorchDefault(value = Layer.LINEAR, weight = "weight")
    float[] bias;

    Linear(int in, int out) {
        this.in = in;
        this.out = out;
    }
}
