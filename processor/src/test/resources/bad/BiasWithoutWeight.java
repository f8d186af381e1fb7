package bad;

import org.initweights.Layer;
import org.initweights.annotation.Shape;
import org.initweights.annotation.TorchDefault;

class BiasWithoutWeight {
    @Shape({3, 4}) @TorchDefault(Layer.LINEAR) float[] weight;
    // error at `"wieght") float[] bias;`: bias: "wieght" is no parameter of this model that has a @Shape; did you mean "weight"? [UnknownWeight]
    @Shape(3) @TorchDefault(value = Layer.LINEAR, weight = "wieght") float[] bias;
}
