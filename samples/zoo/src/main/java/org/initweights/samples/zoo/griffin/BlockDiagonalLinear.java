package org.initweights.samples.zoo.griffin;

import org.initweights.annotation.Shape;
import org.initweights.annotation.Zeros;
import org.initweights.samples.zoo.nn.Module;

/** A linear layer of blocks, each with its own inputs and outputs. */
final class BlockDiagonalLinear implements Module {

    final int blocks;
    final int blockWidth;

    @Shape(dims = "blocks, blockWidth, blockWidth", inAxes = 1, outAxes = 2, batchAxes = 0)
    @FanInNormal
    float[] w;

    @Shape(dims = "blocks, blockWidth")
    @BlockBias
    float[] b;

    BlockDiagonalLinear(int width, int blocks) {
        this.blocks = blocks;
        blockWidth = width / blocks;
    }

    /** Zeros: a vector of each block, which is added. */
    @Zeros
    @interface BlockBias {}
}
