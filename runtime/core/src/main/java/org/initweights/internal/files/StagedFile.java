package org.initweights.internal.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/**
 * A file that is written under another name beside its target, and takes its place when it is complete and on the disk. At any time,
 * and whenever the process dies, the target's name leads to what was there before or to all of the new file. The new file keeps owner,
 * group and permissions of the one that it replaces.
 */
public final class StagedFile implements Closeable {

    private final Path target;
    private final Path temporary;
    private final FileClaim claim;
    private final FileAccess access;

    private StagedFile(Path target, Path temporary, FileClaim claim, FileAccess access) {
        this.target = target;
        this.temporary = temporary;
        this.claim = claim;
        this.access = access;
    }

    /**
     * A new, empty file in the folder of {@code target}; for a symbolic link, in the folder of the file that it points to. What dead runs
     * left there of the same target is removed.
     *
     * @throws IOException if it cannot be created, or the target is no regular file
     */
    public static StagedFile of(Path target) throws IOException {
        Path real = WriteTarget.of(target);
        AbandonedFiles.remove(real.resolveSibling("."), String.valueOf(real.getFileName())::equals);
        return of(real, FileAccess.ofFirst(real));
    }

    /**
     * A new, empty file for a target in a folder without symbolic links.
     *
     * @param access what the complete file will have
     */
    public static StagedFile of(Path target, FileAccess access) throws IOException {
        while (true) {
            // Not Files.createTempFile: its files are for their owner alone, and so would the target be.
            Path temporary = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".tmp");
            Optional<FileClaim> claim;
            try {
                claim = FileClaim.claim(temporary, access.whileWritten());
            } catch (IOException e) {
                Files.deleteIfExists(temporary);
                throw e;
            }
            if (claim.isPresent()) {
                return new StagedFile(target, temporary, claim.get(), access);
            }
        }
    }

    /** Writes a whole file at once. */
    public static void write(Path target, byte[] content) throws IOException {
        try (StagedFile staged = of(target)) {
            staged.complete(content);
        }
    }

    /** Writes a whole file at once, to a target in a folder without symbolic links, with this access. */
    public static void write(Path target, byte[] content, FileAccess access) throws IOException {
        try (StagedFile staged = of(target, access)) {
            staged.complete(content);
        }
    }

    private void complete(byte[] content) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
            channel().write(bytes);
        }
        seal();
        publish();
    }

    /** What is written to. */
    public FileChannel channel() {
        return claim.channel();
    }

    /** Where the file is until it has its name. */
    public Path temporary() {
        return temporary;
    }

    /** Brings all that was written to the disk. Nothing is written after. */
    public void seal() throws IOException {
        access.applyTo(temporary);
        channel().force(true);
    }

    /** Gives the sealed file its name, in place of what was there. */
    public void publish() throws IOException {
        move(temporary, target);
        forceFolder(target);
    }

    /** Gives a file another name in the same folder, in place of what had it, in one step. */
    public static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Brings the names in the folder of {@code file} to the disk, where the system can. */
    public static void forceFolder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        FileChannel names;
        try {
            names = FileChannel.open(folder, StandardOpenOption.READ);
        } catch (IOException e) {
            return; // Windows opens no folders; there the file system itself keeps renames.
        }
        try (names) {
            names.force(true);
        }
    }

    /** Removes the file unless it was published. */
    @Override
    public void close() throws IOException {
        // Removed while it is claimed: another run that finds it unclaimed would remove it too.
        try (claim) {
            Files.deleteIfExists(temporary);
        }
    }
}
