package bad;

import org.initweights.Layer;
import org.initweights.TorchVersion;
import org.initweights.annotation.Shape;
import org.initweights.annotation.TorchDefault;

class WrongLayer {
    // error at `@TorchDefault(Layer.CONV) floa`: conv: @TorchDefault(CONV) needs a weight [out, in / groups, k…], but [3, 4] has 2 dimensions [LayerRank]
    @Shape({3, 4}) @TorchDefault(Layer.CONV) float[] conv;
    // error at `@TorchDefault(Layer.LINEAR) fl`: linear: @TorchDefault(LINEAR) needs a weight [out, in], but [3, 4, 5] has 3 dimensions [LayerRank]
    @Shape({3, 4, 5}) @TorchDefault(Layer.LINEAR) float[] linear;
    // error at `@TorchDefault(Layer.LSTM) floa`: lstm: @TorchDefault(LSTM) needs 4 · hidden rows, but has shape [10, 3] [LayerGates]
    @Shape({10, 3}) @TorchDefault(Layer.LSTM) float[] lstm;
    // error at `.V0_4) float[] attention;`: attention: @TorchDefault(value = MULTIHEAD_ATTENTION, version = V0_4) cannot follow PyTorch 0.4, which had no such layer [LayerVersion]
    @Shape(12) @TorchDefault(value = Layer.MULTIHEAD_ATTENTION, version = TorchVersion.V0_4) float[] attention;
    // error at `"lstm") float[] embedding;`: embedding: @TorchDefault(value = EMBEDDING, weight = "lstm") has no bias; leave weight away [LayerBias]
    @Shape(12) @TorchDefault(value = Layer.EMBEDDING, weight = "lstm") float[] embedding;
}
