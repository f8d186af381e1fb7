package org.initweights.samples.lenet5;

import static org.initweights.Layer.CONV;
import static org.initweights.Layer.LINEAR;

import org.initweights.annotation.InitWeights;
import org.initweights.annotation.Shape;
import org.initweights.annotation.TorchDefault;

/**
 * LeNet-5 for digits of 32 × 32 pixels, with all channels connected, as PyTorch's tutorials build it. Every weight
 * starts as PyTorch's layers start it: U(±1/√fan_in), the biases too.
 *
 * <p>LeCun, Bottou, Bengio and Haffner, <i>Gradient-based learning applied to document recognition</i>, 1998.
 */
@InitWeights
public class LeNet5 {

    final Conv1 conv1 = new Conv1();
    final Conv2 conv2 = new Conv2();
    final Fc1 fc1 = new Fc1();
    final Fc2 fc2 = new Fc2();
    final Fc3 fc3 = new Fc3();

    static class Conv1 {
        @Shape({6, 1, 5, 5})
        @TorchDefault(CONV)
        float[] weight;

        @Shape(6)
        @TorchDefault(value = CONV, weight = "weight")
        float[] bias;
    }

    static class Conv2 {
        @Shape({16, 6, 5, 5})
        @TorchDefault(CONV)
        float[] weight;

        @Shape(16)
        @TorchDefault(value = CONV, weight = "weight")
        float[] bias;
    }

    /** Sees 16 channels of 5 × 5. */
    static class Fc1 {
        @Shape({120, 16 * 5 * 5})
        @TorchDefault(LINEAR)
        float[] weight;

        @Shape(120)
        @TorchDefault(value = LINEAR, weight = "weight")
        float[] bias;
    }

    static class Fc2 {
        @Shape({84, 120})
        @TorchDefault(LINEAR)
        float[] weight;

        @Shape(84)
        @TorchDefault(value = LINEAR, weight = "weight")
        float[] bias;
    }

    /** One output for each digit. */
    static class Fc3 {
        @Shape({10, 84})
        @TorchDefault(LINEAR)
        float[] weight;

        @Shape(10)
        @TorchDefault(value = LINEAR, weight = "weight")
        float[] bias;
    }
}
