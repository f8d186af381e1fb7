package org.initweights.internal.files.safetensors;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.initweights.internal.files.FileClaim;

/** Lets one run at a time give the files of a checkpoint their names: a moment, for which others wait. */
final class PublicationLock implements Closeable {

    private static final long POLL_MILLISECONDS = 5;

    private final Path file;
    private final FileClaim claim;

    private PublicationLock(Path file, FileClaim claim) {
        this.file = file;
        this.claim = claim;
    }

    /**
     * Waits until no other process or thread has it.
     *
     * @throws ClosedByInterruptException if this thread is interrupted, which it stays
     */
    static PublicationLock of(CheckpointName checkpoint) throws IOException {
        Path file = checkpoint.lock();
        while (true) {
            Optional<FileClaim> claim = FileClaim.claim(file);
            if (claim.isPresent()) {
                return new PublicationLock(file, claim.get());
            }
            pause();
        }
    }

    private static void pause() throws ClosedByInterruptException {
        try {
            Thread.sleep(POLL_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClosedByInterruptException();
        }
    }

    @Override
    public void close() throws IOException {
        try (claim) {
            Files.deleteIfExists(file);
        }
    }
}
