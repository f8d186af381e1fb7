package org.initweights.internal.files.numpy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.zip.CRC32;
import org.initweights.internal.files.TensorContent;

/**
 * The size and the checksum of a tensor as a {@code .npy} file.
 *
 * @param crc the CRC-32 of zip files
 */
public record Checksum(long bytes, long crc) {

    /** Encodes the tensor and keeps nothing of it. */
    public static Checksum of(TensorContent tensor) {
        Sink sink = new Sink();
        try {
            NpyWriter.write(tensor, sink);
        } catch (IOException e) {
            throw new UncheckedIOException("a sink does not fail", e);
        }
        return new Checksum(sink.bytes, sink.crc.getValue());
    }

    private static final class Sink implements WritableByteChannel {

        private final CRC32 crc = new CRC32();
        private long bytes;

        @Override
        public int write(ByteBuffer source) {
            int count = source.remaining();
            crc.update(source);
            bytes += count;
            return count;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            // There is nothing to close.
        }
    }
}
