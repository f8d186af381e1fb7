package org.initweights.spark;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.initweights.Fill;
import org.initweights.Parameter;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.internal.draw.torch.TorchSource;
import org.initweights.internal.fill.DeltaOrthogonalFill;
import org.initweights.internal.fill.Leaves;
import org.initweights.internal.fill.OrthogonalFill;

/** How much heap it takes to draw a shard. */
final class PieceMemory {

    /** Elements on their way to the file, and the buffers of the file system. */
    private static final long BUFFERS = 8 << 20;

    /** An element of an orthogonal matrix: as it is drawn, and twice as a double. */
    private static final long ORTHOGONAL_BYTES = Float.BYTES + 2 * Double.BYTES;

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
                long bytes = BUFFERS + whole(parameter, source);
                if (bytes > limit) {
                    throw new IllegalArgumentException(parameter.name() + " " + parameter.shape()
                            + ": it is drawn as a whole, which takes " + bytes + " bytes of heap, and a task may have "
                            + limit
                            + "; give more by SparkOptions.withMemory, and executors that have it");
                }
                most = Math.max(most, bytes);
            }
        }
        return Math.max(most, BUFFERS);
    }

    /** What is in memory at the same time of a parameter that cannot be drawn element by element. */
    private static long whole(Parameter parameter, RandomSource source) {
        double matrix = Leaves.of(parameter.fill())
                .mapToDouble(PieceMemory::matrixElements)
                .max()
                .orElse(0);
        boolean isWhole = source instanceof TorchSource || matrix > 0;
        double elements = isWhole ? parameter.elements() : 0;
        return (long) (matrix * ORTHOGONAL_BYTES + elements * parameter.dtype().bytes());
    }

    private static double matrixElements(Fill fill) {
        if (fill instanceof OrthogonalFill orthogonal) {
            return (double) orthogonal.rows() * orthogonal.columns();
        }
        if (fill instanceof DeltaOrthogonalFill orthogonal) {
            return (double) orthogonal.shape().elements()
                    / Math.max(1, orthogonal.shape().receptiveField());
        }
        return 0;
    }
}
