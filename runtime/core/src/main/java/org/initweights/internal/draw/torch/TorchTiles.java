package org.initweights.internal.draw.torch;

/** How PyTorch's fills are cut so that they stay in the first-level cache. */
final class TorchTiles {

    /** PyTorch makes normals in blocks of so many: the cosines of eight pairs, then their sines. */
    static final int BLOCK = 16;

    static final int LENGTH = 1024;

    /** The last tile of a tensor takes what is left if that is less than a block more. */
    static final int CAPACITY = LENGTH + BLOCK;

    private TorchTiles() {}
}
