package org.initweights.internal.files.checkpoint;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.initweights.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Makes what is complete survive a crash: brings it to the disk, then says so in the journal, with checksums of what was written. It does
 * so on a thread of its own, so that drawing does not wait for the disk. All that becomes complete while it is busy goes into one mark.
 */
final class Commits implements AutoCloseable {

    private final PartialFiles files;
    private final Journal journal;
    private final Schedule schedule;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread daemon = new Thread(work, "initweights-journal");
        daemon.setDaemon(true);
        return daemon;
    });
    private final AtomicReference<@Nullable Point> waiting = new AtomicReference<>();
    private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();

    /** How many steps are written, and where the random source stood then. */
    private record Point(int steps, String position) {}

    Commits(PartialFiles files, Journal journal, Schedule schedule) {
        this.files = files;
        this.journal = journal;
        this.schedule = schedule;
    }

    /** The first steps are written. */
    void complete(int steps, String position) throws IOException {
        checkFailure();
        if (waiting.getAndSet(new Point(steps, position)) == null) {
            thread.execute(this::commit);
        }
    }

    private void commit() {
        Point point = waiting.getAndSet(null);
        // After a failure it is not known which parts of the file are on the disk.
        if (point == null || failure.get() != null) {
            return;
        }
        try {
            files.force();
            List<Parameter> completed = schedule.completed(journal.last().steps(), point.steps());
            journal.append(new JournalMark(point.steps(), point.position(), files.checksums(completed)));
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
