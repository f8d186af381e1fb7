package org.initweights.internal.files.safetensors;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.initweights.internal.files.FileClaim;

/**
 * Lets one run at a time give the files of a checkpoint their names: a moment, for which others wait. The file that is locked remembers
 * which files are to be removed: once a new index has taken the place of the old one, nothing else says so, and if the process dies then,
 * the next run finds them here.
 */
final class PublicationLock implements Closeable {

    private static final long POLL_MILLISECONDS = 5;

    /** Names in a longer file are none that this class wrote. */
    private static final int MOST_BYTES = 1 << 24;

    private final Path file;
    private final FileClaim claim;
    private boolean isRemembering;

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

    /** The names of files that a run which did not come to its end was to remove. */
    Set<String> remembered() throws IOException {
        FileChannel channel = claim.channel();
        if (channel.size() > MOST_BYTES) {
            return Set.of();
        }
        ByteBuffer text = ByteBuffer.allocate((int) channel.size());
        while (text.hasRemaining() && channel.read(text, text.position()) >= 0) {
            // It goes on where it is.
        }
        String lines = new String(text.array(), 0, text.position(), StandardCharsets.UTF_8);
        return lines.lines().collect(Collectors.toSet());
    }

    /** Brings the names of files that are to be removed to the disk. */
    void remember(Set<String> names) throws IOException {
        forget();
        if (names.isEmpty()) {
            return;
        }
        FileChannel channel = claim.channel();
        ByteBuffer text =
                ByteBuffer.wrap((String.join("\n", new TreeSet<>(names)) + "\n").getBytes(StandardCharsets.UTF_8));
        while (text.hasRemaining()) {
            channel.write(text, text.position());
        }
        channel.force(true);
        isRemembering = true;
    }

    /** The files are gone, or they are not to be removed any more. */
    void forget() throws IOException {
        claim.channel().truncate(0);
        isRemembering = false;
    }

    @Override
    public void close() throws IOException {
        try (claim) {
            if (!isRemembering) {
                Files.deleteIfExists(file);
            }
        }
    }
}
