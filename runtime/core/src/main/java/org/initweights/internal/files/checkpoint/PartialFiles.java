package org.initweights.internal.files.checkpoint;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.initweights.Parameter;
import org.initweights.internal.files.Closing;
import org.initweights.internal.files.FileAccess;
import org.initweights.internal.files.safetensors.CheckpointName;
import org.initweights.io.CheckpointException;

/** The files of a checkpoint while they are written, under names of their own. */
final class PartialFiles implements Closeable {

    private static final int COPIED_AT_ONCE = 1 << 20;

    private final FileLayout layout;
    private final List<FileChannel> channels = new ArrayList<>();

    /** None is open yet. */
    PartialFiles(FileLayout layout) {
        this.layout = layout;
    }

    /**
     * Refuses to begin what the disk has no room for.
     *
     * @throws CheckpointException if that is so
     */
    static void checkRoom(FileLayout layout) throws IOException {
        Path folder = layout.name().file().resolveSibling(".");
        long room = Files.getFileStore(folder).getUsableSpace();
        if (room < layout.bytes()) {
            throw new CheckpointException(
                    layout.name().file(), "it needs " + layout.bytes() + " bytes, and the disk has room for " + room);
        }
    }

    /**
     * Opens new files, with their headers.
     *
     * @param access what the complete files will have
     */
    void create(FileAccess access) throws IOException {
        for (FileLayout.Shard shard : layout.shards()) {
            // A link or a pipe under this name is not followed, it goes.
            Files.deleteIfExists(shard.partial());
            open(shard, Set.of(StandardOpenOption.CREATE_NEW), access.whileWritten());
            new FileRange(channels.get(channels.size() - 1), 0)
                    .write(ByteBuffer.wrap(shard.header().encoded()));
        }
    }

    /** Opens the files of an interrupted run. */
    void resume() throws IOException {
        for (FileLayout.Shard shard : layout.shards()) {
            open(shard, Set.of());
        }
    }

    private void open(FileLayout.Shard shard, Set<? extends OpenOption> creation, FileAttribute<?>... attributes)
            throws IOException {
        Set<OpenOption> options = new HashSet<>(creation);
        options.addAll(Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
        channels.add(FileChannel.open(shard.partial(), options, attributes));
    }

    /** Files of these names, of whatever number of files the interrupted run wanted to write, are removed. */
    static void discard(CheckpointName checkpoint) throws IOException {
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(checkpoint.file().resolveSibling("."), "*" + FileLayout.PARTIAL)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                if (checkpoint.isPart(name.substring(0, name.length() - FileLayout.PARTIAL.length()))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** The elements of a parameter. */
    PagedStorage storage(Parameter parameter, PagePool pool) {
        return new PagedStorage(range(parameter), parameter.dtype(), parameter.elements(), pool);
    }

    /** Where the elements of a parameter are. */
    FileRange range(Parameter parameter) {
        FileLayout.Section place = layout.place(parameter);
        return new FileRange(channels.get(place.shard()), place.begin());
    }

    /** Writes the elements of a parameter that is complete to another of the same shape and type. */
    void copy(Parameter source, Parameter target) throws IOException {
        long bytes = source.elements() * source.dtype().bytes();
        ByteBuffer piece = ByteBuffer.allocateDirect((int) Math.min(bytes, COPIED_AT_ONCE));
        for (long at = 0; at < bytes; at += piece.capacity()) {
            range(source).from(at).read(piece.clear().limit((int) Math.min(piece.capacity(), bytes - at)));
            range(target).from(at).write(piece.flip());
        }
    }

    /** The checksums of the elements of some parameters as they are in the files. */
    List<Long> checksums(List<Parameter> parameters) throws IOException {
        List<Long> checksums = new ArrayList<>();
        // Not by the channels of the drawing threads: a thread that is interrupted closes its channel.
        try (WrittenTensors written = new WrittenTensors(
                layout, layout.shards().stream().map(FileLayout.Shard::partial).toList())) {
            for (Parameter parameter : parameters) {
                checksums.add(written.checksum(parameter));
            }
        }
        return checksums;
    }

    /** Brings all that was written to the disk. */
    void force() throws IOException {
        for (int i = 0; i < channels.size(); i++) {
            force(channels.get(i), layout.shards().get(i).partial());
        }
    }

    private static void force(FileChannel channel, Path file) throws IOException {
        try {
            channel.force(true);
        } catch (ClosedChannelException e) {
            // A thread that is interrupted while it writes closes the channel.
            try (FileChannel again = FileChannel.open(file, StandardOpenOption.WRITE)) {
                again.force(true);
            }
        }
    }

    @Override
    public void close() throws IOException {
        Closing.all(channels);
    }
}
