package org.initweights.internal.files.checkpoint;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.initweights.Parameter;
import org.initweights.internal.files.Closing;
import org.initweights.internal.files.safetensors.TensorChecksum;
import org.initweights.io.CheckpointException;

/** The tensors of a checkpoint as they are in its files, whatever the files are called meanwhile. */
final class WrittenTensors implements Closeable {

    private static final int CHUNK_BYTES = 1 << 20;

    private static final String CURE = "; begin anew with InitializeOptions.startOver()";

    private final FileLayout layout;
    private final List<Path> files;
    private final Map<Integer, FileChannel> channels = new HashMap<>();
    private final ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK_BYTES);

    /**
     * Nothing is read yet.
     *
     * @param files where each file of the layout is
     */
    WrittenTensors(FileLayout layout, List<Path> files) {
        this.layout = layout;
        this.files = files;
    }

    /** The checksum of the elements of a parameter. */
    long checksum(Parameter parameter) throws IOException {
        FileLayout.Section place = layout.place(parameter);
        FileRange range = new FileRange(channel(place.shard()), place.begin());
        TensorChecksum checksum = new TensorChecksum();
        for (long done = 0; done < place.bytes(); done += chunk.limit()) {
            chunk.clear().limit((int) Math.min(chunk.capacity(), place.bytes() - done));
            range.from(done).read(chunk);
            checksum.update(chunk.flip());
        }
        return checksum.value();
    }

    /**
     * Compares the parameters that a journal calls complete with what is in the files.
     *
     * @throws CheckpointException if one is not there as it was written; the message says how to go on
     */
    void verify(Iterable<Parameter> parameters, Map<String, Long> checksums) throws IOException {
        for (Parameter parameter : parameters) {
            Long expected = checksums.get(parameter.name());
            if (expected != null) {
                verify(parameter, expected);
            }
        }
    }

    private void verify(Parameter parameter, long expected) throws IOException {
        Path file = files.get(layout.place(parameter).shard());
        try {
            if (checksum(parameter) == expected) {
                return;
            }
        } catch (EOFException e) {
            throw new CheckpointException(file, parameter.name(), "it was complete, but " + e.getMessage() + CURE);
        }
        throw new CheckpointException(
                file, parameter.name(), "its elements were changed since the journal called it complete" + CURE);
    }

    private FileChannel channel(int shard) throws IOException {
        FileChannel channel = channels.get(shard);
        if (channel == null) {
            channel = FileChannel.open(files.get(shard), StandardOpenOption.READ);
            channels.put(shard, channel);
        }
        return channel;
    }

    @Override
    public void close() throws IOException {
        Closing.all(channels.values());
    }
}
