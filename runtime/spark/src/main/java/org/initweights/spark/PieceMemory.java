package org.initweights.spark;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.initweights.Parameter;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.internal.piece.DrawOrder;

/** How much heap it takes to draw a shard. */
final class PieceMemory {

    /** Elements on their way to the file, and the buffers of the file system. */
    private static final long BUFFERS = 8 << 20;

    private PieceMemory() {}

    /**
     * What each shard takes.
     *
     * @throws IllegalArgumentException if one takes more than {@code limit}; it names the parameter
     */
    static List<Long> of(Plan plan, List<Plan.Shard> shards, RandomSource source, long limit) {
        return shards.stream().map(shard -> of(plan, shard, source, limit)).toList();
    }

    private static long of(Plan plan, Plan.Shard shard, RandomSource source, long limit) {
        Set<String> names = new HashSet<>(shard.names());
        long most = 0;
        for (Parameter parameter : plan.parameters()) {
            if (names.contains(parameter.name())) {
                long bytes = BUFFERS
                        + (long) DrawOrder.of(parameter)
                                .drawing(parameter, source)
                                .heapBytes();
                if (bytes > limit) {
                    throw new IllegalArgumentException(parameter.name() + " " + parameter.shape()
                            + ": it takes " + bytes + " bytes of heap to draw, and a task may have "
                            + limit
                            + "; give more by SparkOptions.withMemory, and executors that have it");
                }
                most = Math.max(most, bytes);
            }
        }
        return Math.max(most, BUFFERS);
    }
}
