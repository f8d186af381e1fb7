package org.initweights.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.zip.CRC32C;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.util.LongAccumulator;
import org.jspecify.annotations.Nullable;

/** What a task writes, on its way to the file: counted, and with its checksum. A task that is killed ends here. */
final class StagedBytes implements WritableByteChannel {

    private static final int CHUNK = 1 << 16;

    private final OutputStream out;
    private final LongAccumulator written;
    private final CRC32C checksum = new CRC32C();
    private final byte[] chunk = new byte[CHUNK];
    private final @Nullable TaskContext task = TaskContext.get();
    private long bytes;

    StagedBytes(OutputStream out, LongAccumulator written) {
        this.out = out;
        this.written = written;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        int count = source.remaining();
        checksum.update(source.duplicate());
        while (source.hasRemaining()) {
            if (task != null && task.isInterrupted()) {
                throw new TaskKilledException("killed while it wrote");
            }
            int some = Math.min(source.remaining(), CHUNK);
            source.get(chunk, 0, some);
            out.write(chunk, 0, some);
        }
        bytes += count;
        written.add(count);
        return count;
    }

    long bytes() {
        return bytes;
    }

    int checksum() {
        return (int) checksum.getValue();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    /** The stream is closed by who opened it. */
    @Override
    public void close() {}
}
