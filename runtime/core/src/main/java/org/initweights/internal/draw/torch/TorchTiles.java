package org.initweights.internal.draw.torch;

/** How PyTorch's fills are cut so that they stay in the first-level cache: scratch arrays of 1040 floats are 4 kB each. */
final class TorchTiles {

    /** PyTorch makes normals in blocks of 16: the cosines of eight pairs, then their sines. */
    static final int BLOCK = 16;

    /** The elements of a tile, a multiple of a block. */
    static final int LENGTH = 1024;

    /** The last tile of a tensor takes what is left if that is less than a block more. */
    static final int CAPACITY = LENGTH + BLOCK;

    private TorchTiles() {}
}
