package org.initweights.kernel;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

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
    Workers COMMON_POOL =
            (pieces, work) -> IntStream.range(0, pieces).parallel().forEach(work);

    /**
     * Does all the pieces, from 0 on, in any order and at the same time, and returns when all are done.
     *
     * @param work does one piece; what it throws is thrown here
     */
    void run(int pieces, IntConsumer work);
}
