package org.initweights.checkpoint;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.file.StagedFile;
import org.initweights.io.CheckpointException;
import org.initweights.safetensors.ShardIndex;

/** The files of a checkpoint while they are written, under names of their own. */
final class PartialFiles implements Closeable {

    private final Layout layout;
    private final List<FileChannel> channels = new ArrayList<>();

    /** None is open yet. */
    PartialFiles(Layout layout) {
        this.layout = layout;
    }

    /**
     * Refuses to begin what the disk has no room for.
     *
     * @throws CheckpointException if that is so
     */
    static void checkRoom(Layout layout) throws IOException {
        Path folder = layout.checkpoint().resolveSibling(".");
        long room = Files.getFileStore(folder).getUsableSpace();
        if (room < layout.bytes()) {
            throw new CheckpointException(
                    layout.checkpoint(), "it needs " + layout.bytes() + " bytes, and the disk has room for " + room);
        }
    }

    /** Opens new files, with their headers. */
    void create() throws IOException {
        open(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        for (int i = 0; i < channels.size(); i++) {
            byte[] header = layout.shards().get(i).header().encoded();
            new FileRange(channels.get(i), 0).write(ByteBuffer.wrap(header));
        }
    }

    /**
     * Opens the files of an interrupted run.
     *
     * @throws CheckpointException if one is not there any more
     */
    void resume() throws IOException {
        for (Layout.Shard shard : layout.shards()) {
            if (!Files.exists(shard.partial())) {
                throw new CheckpointException(
                        shard.partial(),
                        "it is gone, but its journal " + layout.journal().getFileName()
                                + " is there; begin anew with InitializeOptions.startOver()");
            }
        }
        open();
    }

    private void open(StandardOpenOption... options) throws IOException {
        List<StandardOpenOption> all = new ArrayList<>(List.of(options));
        all.add(StandardOpenOption.READ);
        all.add(StandardOpenOption.WRITE);
        for (Layout.Shard shard : layout.shards()) {
            channels.add(FileChannel.open(shard.partial(), all.toArray(StandardOpenOption[]::new)));
        }
    }

    /** What an interrupted run left is removed, if there is anything. */
    static void discard(Layout layout) throws IOException {
        Files.deleteIfExists(layout.journal());
        for (Layout.Shard shard : layout.shards()) {
            Files.deleteIfExists(shard.partial());
        }
    }

    /** The elements of a parameter. */
    PagedStorage storage(Parameter parameter, PagePool pool) {
        Layout.Place place = layout.place(parameter);
        FileRange range = new FileRange(channels.get(place.shard()), place.begin());
        return new PagedStorage(range, parameter.dtype(), parameter.elements(), pool);
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

    /**
     * Gives complete files their names, in place of what was there. Of several the index comes last, and an old one goes first; so
     * nobody finds old and new tensors in one checkpoint. Files that have their names already keep them.
     */
    static void publish(Layout layout, Parameters parameters) throws IOException {
        Path index = ShardIndex.of(layout.checkpoint());
        if (!layout.isSingle()) {
            Files.deleteIfExists(index);
            StagedFile.forceFolder(index);
        }
        for (Layout.Shard shard : layout.shards()) {
            if (Files.exists(shard.partial()) || !Files.exists(shard.target())) {
                Files.move(
                        shard.partial(),
                        shard.target(),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        StagedFile.forceFolder(index);
        if (layout.isSingle()) {
            Files.deleteIfExists(index);
            return;
        }
        try (StagedFile staged = StagedFile.of(index)) {
            new FileRange(staged.channel(), 0).write(ByteBuffer.wrap(layout.index(parameters)));
            staged.seal();
            staged.publish();
        }
        Files.deleteIfExists(layout.checkpoint());
    }

    @Override
    public void close() throws IOException {
        for (FileChannel channel : channels) {
            channel.close();
        }
    }
}
