package org.initweights.internal.files.safetensors;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.initweights.internal.files.WholeRead;
import org.initweights.io.CheckpointException;

/** An open safetensors file whose header was read and checked. It is read where it is asked for, never as a whole. */
public final class SafetensorsFile implements Closeable {

    private final Path path;
    private final FileChannel channel;
    private final long dataStart;
    private final Header header;

    private SafetensorsFile(Path path, FileChannel channel) throws IOException {
        this.path = path;
        this.channel = channel;
        long size = channel.size();
        if (size < Long.BYTES) {
            throw new CheckpointException(path, "a file of " + size + " bytes is too short for a safetensors header");
        }
        long length = lengthOfHeader();
        if (length < 0 || length > Header.LONGEST) {
            throw new CheckpointException(
                    path,
                    "its first 8 bytes claim a header of " + Long.toUnsignedString(length) + " bytes; there may be "
                            + Header.LONGEST + ", so it is hardly a safetensors file");
        }
        if (length > size - Long.BYTES) {
            throw new CheckpointException(
                    path, "the header has " + length + " bytes, but the file ends after " + (size - Long.BYTES));
        }
        this.dataStart = Long.BYTES + length;
        ByteBuffer json = ByteBuffer.allocate((int) length);
        readFully(Long.BYTES, json);
        this.header = new HeaderReader(path, size - dataStart).read(json.array());
    }

    /**
     * Opens a file and checks its header against its length.
     *
     * @throws CheckpointException if it is no sound safetensors file
     */
    public static SafetensorsFile open(Path path) throws IOException {
        CheckpointFiles.checkRegular(path);
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new SafetensorsFile(path, channel);
        } catch (Throwable e) {
            channel.close();
            throw e;
        }
    }

    public Path path() {
        return path;
    }

    public Header header() {
        return header;
    }

    /**
     * Fills the rest of a buffer with bytes of the data.
     *
     * @param offset the first byte, counted from the end of the header
     * @throws CheckpointException if the file has become shorter than its header says
     */
    public void read(long offset, ByteBuffer target) throws IOException {
        readFully(dataStart + offset, target);
    }

    /**
     * Checks that the file still has this many bytes of data.
     *
     * @throws CheckpointException if it has become shorter
     */
    public void checkReaches(long end) throws IOException {
        if (channel.size() < dataStart + end) {
            throw new CheckpointException(path, "it ends at byte " + channel.size() + ", before its header says");
        }
    }

    private long lengthOfHeader() throws IOException {
        ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        readFully(0, length);
        return length.getLong(0);
    }

    private void readFully(long position, ByteBuffer target) throws IOException {
        WholeRead.of(
                channel,
                position,
                target,
                bytes -> new CheckpointException(path, "it ends at byte " + bytes + ", before its header says"));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
