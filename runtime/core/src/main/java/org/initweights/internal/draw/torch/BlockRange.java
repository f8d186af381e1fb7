package org.initweights.internal.draw.torch;

import org.initweights.internal.tensor.ElementRange;
import org.initweights.internal.tensor.Storage;

/**
 * Which blocks of normals have to be drawn for the elements that are wanted.
 *
 * @param from the first element of the first block
 * @param to the first element behind the last block
 * @param end the first element that is not made of the blocks: the end of the tensor, or its last sixteen elements, if its length is no
 *     multiple of a block and those are drawn anew
 * @param hasLast whether the last sixteen elements are drawn anew
 * @param isLastWanted whether one of those is wanted
 */
record BlockRange(long from, long to, long end, boolean hasLast, boolean isLastWanted) {

    /** The blocks of a tensor of sixteen elements or more. */
    static BlockRange of(Storage target) {
        int block = TorchTiles.BLOCK;
        ElementRange wanted = target.wanted();
        boolean hasLast = target.length() % block != 0;
        long end = hasLast ? target.length() - block : target.length();
        ElementRange inBlocks = wanted.and(new ElementRange(0, end));
        long from = inBlocks.from() / block * block;
        long to = (inBlocks.to() + block - 1) / block * block;
        return new BlockRange(from, to, end, hasLast, hasLast && wanted.to() > end && !wanted.isEmpty());
    }
}
