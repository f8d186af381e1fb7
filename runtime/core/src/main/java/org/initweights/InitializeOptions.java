package org.initweights;

import java.util.Objects;
import org.initweights.internal.files.checkpoint.FileInitialization;
import org.initweights.internal.files.checkpoint.GivenTensors;
import org.initweights.io.SaveOptions;

/**
 * How a {@link Plan} is initialised into files. Options are values: each method returns others.
 *
 * <pre>{@code
 * plan.initialize(path, random, InitializeOptions.defaults()
 *         .withMemory(256 << 20)
 *         .withFiles(SaveOptions.defaults().withShardsOf(5_000_000_000L))
 *         .withExecution(Execution.parallel().withProgress((parameter, done, total) -> bar.set(done, total))));
 * }</pre>
 *
 * <p>Options are immutable, and threads may share them.
 */
public final class InitializeOptions {

    private static final long USUAL_MEMORY = 64L << 20;

    private final long memory;
    private final SaveOptions files;
    private final Execution execution;
    private final boolean startingOver;

    private InitializeOptions(long memory, SaveOptions files, Execution execution, boolean startingOver) {
        this.memory = memory;
        this.files = files;
        this.execution = execution;
        this.startingOver = startingOver;
    }

    /**
     * One file as {@link Parameters#save(java.nio.file.Path)} writes it, 64 MB of memory, on the threads of the common pool, going on
     * where an interrupted run stopped.
     */
    public static InitializeOptions defaults() {
        return new InitializeOptions(USUAL_MEMORY, SaveOptions.defaults(), Execution.parallel(), false);
    }

    /**
     * These options with another limit on memory: the bytes of all elements that are on their way to the files, of all threads together.
     * They are outside of the heap.
     *
     * @param bytes the limit, 1 MB or more
     * @throws IllegalArgumentException if it is less than 1 MB
     */
    public InitializeOptions withMemory(long bytes) {
        if (bytes < FileInitialization.LEAST_MEMORY) {
            throw new IllegalArgumentException(
                    "a memory of " + bytes + " bytes is too little; give at least " + FileInitialization.LEAST_MEMORY);
        }
        return new InitializeOptions(bytes, files, execution, startingOver);
    }

    /** These options, with this metadata and these shards. */
    public InitializeOptions withFiles(SaveOptions options) {
        return new InitializeOptions(memory, Objects.requireNonNull(options, "options"), execution, startingOver);
    }

    /** These options, on these threads and with this progress. */
    public InitializeOptions withExecution(Execution threads) {
        return new InitializeOptions(memory, files, Objects.requireNonNull(threads, "threads"), startingOver);
    }

    /** These options, but what an interrupted run left is thrown away first. */
    public InitializeOptions startOver() {
        return new InitializeOptions(memory, files, execution, true);
    }

    boolean isStartingOver() {
        return startingOver;
    }

    FileInitialization of(Parameters parameters, String plan) {
        return new FileInitialization(
                parameters.stream().toList(),
                plan,
                files,
                memory,
                execution.workers(),
                execution.listener(),
                GivenTensors.NONE);
    }
}
