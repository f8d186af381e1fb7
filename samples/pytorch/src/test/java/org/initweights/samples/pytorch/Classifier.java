package org.initweights.samples.pytorch;

import static org.initweights.Layer.LINEAR;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.initweights.annotation.Shape;
import org.initweights.annotation.TorchDefault;

/** A model by annotations, whose fields are PyTorch's tensors. */
final class Classifier {

    @Shape({10, 64})
    @TorchDefault(LINEAR)
    Tensor weight;

    @Shape({10})
    @TorchDefault(value = LINEAR, weight = "weight")
    Tensor bias;

    Tensor forward(Tensor x) {
        return torch.linear(x, weight, bias);
    }
}
