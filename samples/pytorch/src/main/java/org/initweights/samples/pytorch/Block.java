package org.initweights.samples.pytorch;

import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.BatchNorm2dImpl;
import org.bytedeco.pytorch.BatchNormOptions;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Conv2dOptions;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Two convolutions, whose result is added to what came in. */
final class Block extends Module {

    private final Conv2dImpl conv1;
    private final BatchNorm2dImpl bn1;
    private final Conv2dImpl conv2;
    private final BatchNorm2dImpl bn2;

    Block(long width) {
        conv1 = register_module("conv1", new Conv2dImpl(convolution(width, width)));
        bn1 = register_module("bn1", new BatchNorm2dImpl(new BatchNormOptions(width)));
        conv2 = register_module("conv2", new Conv2dImpl(convolution(width, width)));
        bn2 = register_module("bn2", new BatchNorm2dImpl(new BatchNormOptions(width)));
    }

    Tensor forward(Tensor x) {
        Tensor inner = torch.relu(bn1.forward(conv1.forward(x)));
        return torch.relu(bn2.forward(conv2.forward(inner)).add(x));
    }

    /** 3 × 3, as large a picture out as in, and without bias. */
    static Conv2dOptions convolution(long in, long out) {
        Conv2dOptions options = new Conv2dOptions(in, out, new LongPointer(3, 3));
        options.padding().put(new LongPointer(1, 1));
        options.bias().put(false);
        return options;
    }
}
