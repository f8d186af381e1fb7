package org.initweights.nd4j;

import java.util.function.Supplier;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.factory.Nd4j;

/** Makes arrays whose memory is their own, also while the calling thread is inside a workspace. */
final class OutsideWorkspaces {

    private OutsideWorkspaces() {}

    /** What {@code maker} makes. */
    @SuppressWarnings("try")
    static <T> T call(Supplier<T> maker) {
        try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
            return maker.get();
        }
    }
}
