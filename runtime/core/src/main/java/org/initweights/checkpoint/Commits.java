package org.initweights.checkpoint;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.initweights.checkpoint.Journal.Mark;
import org.jspecify.annotations.Nullable;

/**
 * Makes what is complete survive a crash: brings it to the disk, then says so in the journal. It does so on a thread of its own, so
 * that nobody who draws waits for the disk; marks that come meanwhile are one.
 */
final class Commits implements AutoCloseable {

    private final PartialFiles files;
    private final Journal journal;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread daemon = new Thread(work, "initweights-journal");
        daemon.setDaemon(true);
        return daemon;
    });
    private final AtomicReference<@Nullable Mark> waiting = new AtomicReference<>();
    private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();

    Commits(PartialFiles files, Journal journal) {
        this.files = files;
        this.journal = journal;
    }

    /** All up to this mark is written. */
    void complete(Mark mark) throws IOException {
        checkFailure();
        if (waiting.getAndSet(mark) == null) {
            thread.execute(this::commit);
        }
    }

    private void commit() {
        Mark mark = waiting.getAndSet(null);
        // After a failure nobody knows what of the file is on the disk.
        if (mark == null || failure.get() != null) {
            return;
        }
        try {
            files.force();
            journal.append(mark);
        } catch (IOException e) {
            failure.set(e);
        } catch (RuntimeException | Error e) {
            failure.set(new IOException("what is complete could not be brought to the disk", e));
        }
    }

    private void checkFailure() throws IOException {
        IOException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    /** Waits until everything that is complete is in the journal, even if this thread is interrupted, which it stays. */
    @Override
    public void close() throws IOException {
        thread.shutdown();
        boolean interrupted = Thread.interrupted();
        for (boolean ended = false; !ended; ) {
            try {
                ended = thread.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        checkFailure();
    }
}
