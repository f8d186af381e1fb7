package org.initweights.samples.pytorch;

import org.bytedeco.pytorch.BatchNorm2dImpl;
import org.bytedeco.pytorch.BatchNormOptions;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** A small residual network for pictures of 32 × 32 points. {@code net.py} is the same in Python. */
final class Net extends Module {

    private static final long WIDTH = 64;

    private final Conv2dImpl stem;
    private final BatchNorm2dImpl norm;
    private final Block[] blocks = new Block[3];
    private final LinearImpl head;

    Net() {
        stem = register_module("stem", new Conv2dImpl(Block.convolution(3, WIDTH)));
        norm = register_module("norm", new BatchNorm2dImpl(new BatchNormOptions(WIDTH)));
        Module list = register_module("blocks", new Module());
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = list.register_module(Integer.toString(i), new Block(WIDTH));
        }
        head = register_module("head", new LinearImpl(WIDTH, 10));
    }

    Tensor forward(Tensor pictures) {
        Tensor x = torch.relu(norm.forward(stem.forward(pictures)));
        for (Block block : blocks) {
            x = block.forward(x);
        }
        return head.forward(x.mean(2, 3));
    }
}
