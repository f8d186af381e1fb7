package org.initweights.internal.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A file that one run at a time may use, of all threads and of all processes. It is claimed until it is closed, or until its process
 * ends, however that ends: so an unclaimed file was left by a run that is dead.
 */
public final class FileClaim implements Closeable {

    /**
     * What this process has claimed. The lock of the operating system is not enough: it belongs to the process, and it is lost when
     * any thread closes a second channel of the same file. So no second channel is opened.
     */
    private static final Set<Path> IN_THIS_PROCESS = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FileClaim(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Claims a file, which is created if it is not there.
     *
     * @param file its folder must be free of symbolic links, as {@link WriteTarget} gives it
     * @param attributes what a new file has from the beginning
     * @return empty if another run has it
     * @throws FileSystemException if it is a symbolic link or no regular file
     */
    public static Optional<FileClaim> claim(Path file, FileAttribute<?>... attributes) throws IOException {
        return claim(file, Set.of(StandardOpenOption.CREATE), attributes);
    }

    /**
     * Claims a file that is there.
     *
     * @return empty if another run has it, or it is gone
     * @throws FileSystemException if it is a symbolic link or no regular file
     */
    public static Optional<FileClaim> claimExisting(Path file) throws IOException {
        try {
            return claim(file, Set.of());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static Optional<FileClaim> claim(
            Path file, Set<? extends OpenOption> creation, FileAttribute<?>... attributes) throws IOException {
        if (!IN_THIS_PROCESS.add(file)) {
            return Optional.empty();
        }
        FileClaim claim = null;
        try {
            claim = locked(file, creation, attributes);
        } finally {
            if (claim == null) {
                IN_THIS_PROCESS.remove(file);
            }
        }
        return Optional.ofNullable(claim);
    }

    private static @Nullable FileClaim locked(
            Path file, Set<? extends OpenOption> creation, FileAttribute<?>... attributes) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new ClosedByInterruptException(); // As locking would, but before there is a file.
        }
        if (RegularFile.isOther(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(file.toString(), null, RegularFile.REFUSAL);
        }
        Set<OpenOption> options = new HashSet<>(creation);
        options.add(StandardOpenOption.READ);
        options.add(StandardOpenOption.WRITE);
        options.add(LinkOption.NOFOLLOW_LINKS);
        Object before = key(file);
        FileChannel channel = open(file, options, attributes);
        boolean mine = false;
        try {
            // Who had the lock may have removed the file, or given it another name, between opening and locking.
            mine = lock(channel) && isStill(file, before);
        } finally {
            if (!mine) {
                channel.close();
            }
        }
        return mine ? new FileClaim(file, channel) : null;
    }

    private static FileChannel open(Path file, Set<OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        try {
            return FileChannel.open(file, options, attributes);
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            throw (IOException) new FileSystemException(
                            file.toString(),
                            null,
                            "files of an archive, or of another file system without links and locks, are not replaced as a whole or not"
                                    + " at all; write to a folder, and copy the file from there with Files.copy")
                    .initCause(e);
        }
    }

    private static boolean isStill(Path file, @Nullable Object before) throws IOException {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) && (before == null || Objects.equals(before, key(file)));
    }

    private static @Nullable Object key(Path file) throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .fileKey();
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // Another class loader of this process has loaded the library too.
        } catch (UnsupportedOperationException e) {
            return true; // A file system without locks; the claims of this process still hold.
        }
    }

    /** The file, to read and to write. A thread that is interrupted while it uses it closes it, and so gives up the lock. */
    public FileChannel channel() {
        return channel;
    }

    /** Leaves the file to others. A caller that removes it does so before, so that no other run claims it in between. */
    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            IN_THIS_PROCESS.remove(file);
        }
    }
}
