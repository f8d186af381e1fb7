package org.initweights.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file that is written under another name beside its target, and takes its place when it is complete and on the disk. Whoever looks,
 * and whenever the process dies, finds under the target's name what was there before, or all of the new file.
 */
public final class StagedFile implements Closeable {

    private final Path target;
    private final Path temporary;
    private final FileChannel channel;

    private StagedFile(Path target, Path temporary) throws IOException {
        this.target = target;
        this.temporary = temporary;
        this.channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.READ);
    }

    /**
     * A new, empty file in the folder of {@code target}; of a symbolic link, in that of the file that it points to.
     *
     * @throws IOException if it cannot be created
     */
    public static StagedFile of(Path target) throws IOException {
        Path real = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
        // Not Files.createTempFile: its files are for their owner alone, and so would the target be.
        Path temporary = real.resolveSibling(real.getFileName() + "." + UUID.randomUUID() + ".tmp");
        return new StagedFile(real, temporary);
    }

    /** What is written to. */
    public FileChannel channel() {
        return channel;
    }

    /** Brings all that was written to the disk. Nothing can be written after. */
    public void seal() throws IOException {
        channel.force(true);
        channel.close();
    }

    /** Gives the sealed file its name, in place of what was there. */
    public void publish() throws IOException {
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(target);
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
        channel.close();
        Files.deleteIfExists(temporary);
    }
}
