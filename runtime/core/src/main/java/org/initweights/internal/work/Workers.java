package org.initweights.internal.work;

import java.util.function.IntConsumer;

/** Who does pieces of work that do not depend on each other. */
@FunctionalInterface
public interface Workers {

    /** The calling thread. */
    Workers CALLER = (pieces, work) -> {
        for (int piece = 0; piece < pieces; piece++) {
            work.accept(piece);
        }
    };

    /** The calling thread and those of the common pool. */
    Workers COMMON_POOL = new CommonPoolWorkers();

    /**
     * Does all the pieces, from 0 on, in any order and at the same time. When this returns or throws, no thread works on any of them, and
     * none will.
     *
     * @param work does one piece; what it throws first is thrown here, with what others threw meanwhile suppressed, and pieces that were
     *     not begun by then are not done
     */
    void run(int pieces, IntConsumer work);
}
