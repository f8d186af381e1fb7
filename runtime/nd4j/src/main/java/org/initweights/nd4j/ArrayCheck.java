package org.initweights.nd4j;

import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Whether the memory of an array may be touched: ND4J itself reads and writes freed memory without a word. */
final class ArrayCheck {

    private ArrayCheck() {}

    /**
     * The array, whose memory is there.
     *
     * @throws IllegalStateException if it was closed, or lies in a workspace that was left
     */
    static INDArray open(INDArray array) {
        if (array.wasClosed()) {
            throw new IllegalStateException(
                    "the INDArray is closed, or it is a view of one that is; give a new one, or close it later");
        }
        DataBuffer data = array.data();
        if (data != null && !isInScope(data)) {
            throw new IllegalStateException(
                    "the INDArray lies in a workspace that was left, so its memory belongs to others now; "
                            + "take array.detach() inside the workspace, or create it outside of any");
        }
        return array;
    }

    private static boolean isInScope(DataBuffer data) {
        MemoryWorkspace workspace = data.getParentWorkspace();
        return workspace == null
                || (workspace.isScopeActive() && workspace.getGenerationId() == data.getGenerationId());
    }

    /**
     * The array, which can also be written.
     *
     * @throws IllegalArgumentException if it is a constant of ND4J's, compressed, or several elements share memory
     * @throws IllegalStateException as {@link #open}
     */
    static INDArray writable(INDArray array) {
        open(array);
        if (array.isCompressed()) {
            throw new IllegalArgumentException(
                    "the INDArray is compressed, so it has no elements to write; give Nd4j.getCompressor().decompress(array)");
        }
        if (array.data() != null && array.data().isConstant()) {
            throw new IllegalArgumentException(
                    "the INDArray is a constant, which ND4J shares, so it must not be written; give a copy, array.dup()");
        }
        for (int axis = 0; axis < array.rank(); axis++) {
            if (array.length() > 0 && array.size(axis) > 1 && array.stride(axis) == 0) {
                throw new IllegalArgumentException("the INDArray repeats the same memory along axis " + axis
                        + ", so its elements cannot have values of their own; give a copy, array.dup()");
            }
        }
        return array;
    }
}
