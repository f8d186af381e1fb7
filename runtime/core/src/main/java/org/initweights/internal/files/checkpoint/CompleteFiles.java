package org.initweights.internal.files.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.initweights.internal.files.FileAccess;
import org.initweights.internal.files.safetensors.Header;
import org.initweights.internal.files.safetensors.Publication;
import org.initweights.internal.files.safetensors.SaveId;

/**
 * Files in which everything is drawn: what is left is to write the identity of the save into their headers, and to give them their
 * names.
 *
 * @param save the identity of several files
 * @param indexed the identity that their index has, if it has one
 */
record CompleteFiles(FileLayout layout, SaveId save, Optional<SaveId> indexed) {

    /** The files of a run in which every element is drawn. Their index says nothing of the source, so that it can be written without one. */
    static CompleteFiles drawn(FileLayout layout, String plan, String source) {
        return new CompleteFiles(layout, SaveId.drawn(headers(layout), plan, source), Optional.empty());
    }

    /** The files of a run whose journal has the checksums of all parameters. */
    static CompleteFiles of(FileLayout layout, Map<String, Long> checksums) {
        SaveId save = SaveId.of(headers(layout), name -> Objects.requireNonNull(checksums.get(name), name));
        return new CompleteFiles(layout, save, Optional.of(save));
    }

    private static List<Header> headers(FileLayout layout) {
        return layout.shards().stream().map(FileLayout.Shard::header).toList();
    }

    /** The names that they have as long as they are drawn. */
    List<Path> partial() {
        return layout.shards().stream().map(FileLayout.Shard::partial).toList();
    }

    /**
     * Publishes them.
     *
     * @param files where they are
     */
    void publish(List<Path> files, Publication publication) throws IOException {
        for (int i = 0; i < files.size(); i++) {
            FileLayout.Shard shard = layout.shards().get(i);
            if (files.get(i).equals(shard.partial())) {
                seal(shard, publication.access());
            }
        }
        if (layout.isSingle()) {
            publication.single(files.get(0));
        } else {
            publication.shards(files, save, indexed, layout.tensors());
        }
    }

    private void seal(FileLayout.Shard shard, FileAccess access) throws IOException {
        try (FileChannel channel =
                FileChannel.open(shard.partial(), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            if (!layout.isSingle()) {
                byte[] header = shard.header().with(save).encoded();
                new FileRange(channel, 0).write(ByteBuffer.wrap(header));
            }
            access.applyTo(shard.partial());
            channel.force(true);
        }
    }
}
