package org.initweights.internal.files.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.initweights.Parameter;
import org.initweights.internal.files.safetensors.Header;
import org.initweights.internal.files.safetensors.SaveId;
import org.initweights.io.CheckpointException;

/**
 * The files that an interrupted run left, which are looked at before anything is done with them: their headers, their lengths, and the
 * elements of what its journal calls complete.
 */
final class FoundFiles {

    private static final String CURE = "; begin anew with InitializeOptions.startOver()";

    private final FileLayout layout;
    private final Journal journal;

    FoundFiles(FileLayout layout, Journal journal) {
        this.layout = layout;
        this.journal = journal;
    }

    /**
     * The files of a run that was interrupted while it drew.
     *
     * @throws CheckpointException if one is not as that run left it
     */
    void checkPartial(List<Parameter> parameters) throws IOException {
        List<Path> files = new ArrayList<>();
        for (FileLayout.Shard shard : layout.shards()) {
            if (!isFile(shard.partial())) {
                throw new CheckpointException(
                        shard.partial(),
                        "it is gone, but its journal " + layout.name().journal().getFileName() + " is there" + CURE);
            }
            check(shard, shard.partial(), List.of(shard.header()));
            files.add(shard.partial());
        }
        verify(files, parameters);
    }

    /**
     * The files of a run that was interrupted after it had drawn everything, perhaps while it gave them their names.
     *
     * @param save the identity of several files
     * @return where they are
     * @throws CheckpointException if one is gone, or not as that run left it
     */
    List<Path> complete(SaveId save, List<Parameter> parameters) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int number = 0; number < layout.shards().size(); number++) {
            FileLayout.Shard shard = layout.shards().get(number);
            Path file = candidates(number, save).stream()
                    .filter(FoundFiles::isFile)
                    .findFirst()
                    .orElseThrow(() -> new CheckpointException(
                            shard.partial(),
                            "it is gone, but its journal "
                                    + layout.name().journal().getFileName() + " is there" + CURE));
            check(shard, file, headers(shard, file, save));
            if (Files.size(file) != shard.bytes()) {
                throw new CheckpointException(
                        file, "it has " + Files.size(file) + " bytes, and not " + shard.bytes() + CURE);
            }
            files.add(file);
        }
        verify(files, parameters);
        return files;
    }

    private List<Path> candidates(int number, SaveId save) {
        FileLayout.Shard shard = layout.shards().get(number);
        return layout.isSingle()
                ? List.of(shard.partial(), shard.target())
                : List.of(
                        shard.partial(),
                        layout.name().shard(number, layout.shards().size(), save),
                        shard.target());
    }

    /** The header of a complete file. Only a file that has its final name already is certain to have the identity of the save. */
    private List<Header> headers(FileLayout.Shard shard, Path file, SaveId save) {
        if (layout.isSingle()) {
            return List.of(shard.header());
        }
        Header complete = shard.header().with(save);
        return file.equals(shard.partial()) ? List.of(shard.header(), complete) : List.of(complete);
    }

    private static void check(FileLayout.Shard shard, Path file, List<Header> headers) throws IOException {
        ByteBuffer found = ByteBuffer.allocate(shard.header().encoded().length);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size < found.capacity() || size > shard.bytes()) {
                throw new CheckpointException(
                        file, "it has " + size + " bytes, so it is not the file of the interrupted run" + CURE);
            }
            new FileRange(channel, 0).read(found);
        }
        if (headers.stream().noneMatch(header -> Arrays.equals(header.encoded(), found.array()))) {
            throw new CheckpointException(
                    file, "its header is another one, so it is not the file of the interrupted run" + CURE);
        }
    }

    private void verify(List<Path> files, List<Parameter> parameters) throws IOException {
        try (WrittenTensors written = new WrittenTensors(layout, files)) {
            written.verify(parameters, journal.checksums());
        }
    }

    private static boolean isFile(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }
}
