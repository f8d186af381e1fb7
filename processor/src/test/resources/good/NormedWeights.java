package good;

import org.initweights.Layer;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.Shape;
import org.initweights.annotation.TorchDefault;
import org.initweights.recipe.WeightNormGain;

/** Weight normalization: gains of directions beside them and in a sub-model, of sizes that are known and sizes that are not. */
@InitWeights
class NormedWeights {
    final Convolution convolution = new Convolution(8);

    @Shape({16, 8})
    @TorchDefault(Layer.LINEAR)
    float[] weightV;

    @Shape({16, 1})
    @WeightNormGain(of = "weightV")
    float[] weightG;

    @Shape({})
    @WeightNormGain(of = "convolution.weightV", axis = WeightNormGain.WHOLE)
    float[] scale;

    static class Convolution {
        final int out;

        @Shape(dims = "out, 4, 3, 3")
        @TorchDefault(Layer.CONV)
        float[] weightV;

        @Shape(dims = "out, 1, 1, 1")
        @WeightNormGain(of = "weightV")
        float[] weightG;

        Convolution(int out) {
            this.out = out;
        }
    }
}
