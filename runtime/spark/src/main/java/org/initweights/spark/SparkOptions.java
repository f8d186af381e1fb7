package org.initweights.spark;

import java.io.Serializable;
import java.util.Objects;
import org.initweights.io.SaveOptions;

/**
 * How a checkpoint is made on a cluster. Options are values: each method returns others.
 *
 * <pre>{@code
 * SparkCheckpoint.initialize(spark, plan, "hdfs:///models/net", RandomSource.seeded(42), SparkOptions.defaults()
 *         .withFiles(SaveOptions.defaults().withShardsOf(5_000_000_000L))
 *         .withPartsOf(1L << 30)
 *         .withMemory(4L << 30));
 * }</pre>
 *
 * <p>Options are immutable, and threads may share them.
 */
public final class SparkOptions implements Serializable {

    private static final long serialVersionUID = 1;

    /** Hugging Face's own limit of a file. */
    private static final long USUAL_SHARD = 5_000_000_000L;

    private static final long USUAL_MEMORY = 1L << 30;
    private static final long LEAST_PART = 1 << 20;

    /** Of all buffers of one task. */
    private static final long LEAST_MEMORY = 16 << 20;

    private final SaveOptions files;
    private final long partBytes;
    private final long memory;
    private final boolean startingOver;

    private SparkOptions(SaveOptions files, long partBytes, long memory, boolean startingOver) {
        this.files = files;
        this.partBytes = partBytes;
        this.memory = memory;
        this.startingOver = startingOver;
    }

    /**
     * Shards of 5,000,000,000 bytes with the metadata of {@link SaveOptions#defaults()}, one task for each, 1 GiB of memory an executor,
     * going on where an interrupted run stopped.
     */
    public static SparkOptions defaults() {
        return new SparkOptions(SaveOptions.defaults().withShardsOf(USUAL_SHARD), Long.MAX_VALUE, USUAL_MEMORY, false);
    }

    /** These options, with this metadata and these shards. */
    public SparkOptions withFiles(SaveOptions options) {
        return new SparkOptions(Objects.requireNonNull(options, "options"), partBytes, memory, startingOver);
    }

    /**
     * These options, with several tasks for a shard that is larger than this: each writes a part, and the file system puts them together
     * without copying. Of those that Hadoop brings only HDFS can do that; on others it is refused. A matrix that is orthogonal, or a
     * tensor that can only be drawn as a whole, is drawn by each task that has a part of it.
     *
     * @param bytes the most bytes of a part, 1 MiB or more
     * @throws IllegalArgumentException if it is less than 1 MiB
     */
    public SparkOptions withPartsOf(long bytes) {
        if (bytes < LEAST_PART) {
            throw new IllegalArgumentException(
                    "a part of " + bytes + " bytes is too little; give at least " + LEAST_PART);
        }
        return new SparkOptions(files, bytes, memory, startingOver);
    }

    /**
     * These options with another limit on memory: the bytes of an executor's heap that all of its tasks together take for elements. Tasks
     * that would take more wait for others; what takes more alone, as a large orthogonal matrix does, is refused before anything is
     * written.
     *
     * @param bytes the limit, 16 MiB or more
     * @throws IllegalArgumentException if it is less than 16 MiB
     */
    public SparkOptions withMemory(long bytes) {
        if (bytes < LEAST_MEMORY) {
            throw new IllegalArgumentException(
                    "a memory of " + bytes + " bytes is too little; give at least " + LEAST_MEMORY);
        }
        return new SparkOptions(files, partBytes, bytes, startingOver);
    }

    /** These options, but what an interrupted run left, of this plan or of another, is thrown away first. */
    public SparkOptions startOver() {
        return new SparkOptions(files, partBytes, memory, true);
    }

    SaveOptions files() {
        return files;
    }

    long partBytes() {
        return partBytes;
    }

    long memory() {
        return memory;
    }

    boolean isStartingOver() {
        return startingOver;
    }
}
