package org.initweights.spark;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.fs.Path;

/** Renames many files at the same time: where a rename is a copy, one takes a minute. When it returns or throws, none is under way. */
final class ShardMoves {

    private static final int MOST_THREADS = 32;

    private final HadoopFolder files;
    private final List<Callable<Path>> moves = new ArrayList<>();

    ShardMoves(HadoopFolder files) {
        this.files = files;
    }

    void add(Path from, Path to, long bytes) {
        moves.add(() -> {
            files.publish(from, to, bytes);
            return to;
        });
    }

    void run() throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, Math.min(MOST_THREADS, moves.size())));
        try {
            for (Future<Path> move : threads.invokeAll(moves)) {
                move.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while files got their names");
        } catch (ExecutionException e) {
            throw new IOException(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
        } finally {
            threads.shutdownNow();
        }
    }
}
