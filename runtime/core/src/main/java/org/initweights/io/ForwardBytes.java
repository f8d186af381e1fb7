package org.initweights.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of a stream that only goes forward: to go back it is opened anew. Who reads one byte after the other reads it once, and has its
 * checksum compared at the end.
 *
 * <p>Several threads may read at the same time; they wait for each other.
 */
final class ForwardBytes {

    private static final int PIECE = 1 << 16;

    private final NpyTensor.Contents contents;
    private final long size;
    private @Nullable InputStream stream;
    private long position;

    /**
     * Opens nothing yet.
     *
     * @param size how many bytes there are
     */
    ForwardBytes(NpyTensor.Contents contents, long size) {
        this.contents = contents;
        this.size = size;
    }

    /** Fills the rest of {@code target}. */
    synchronized void read(long from, ByteBuffer target) throws IOException {
        InputStream open = at(from);
        byte[] piece = new byte[Math.min(target.remaining(), PIECE)];
        while (target.hasRemaining()) {
            int read = open.readNBytes(piece, 0, Math.min(target.remaining(), PIECE));
            if (read == 0) {
                throw new EOFException("it ends after " + position + " bytes");
            }
            target.put(piece, 0, read);
            position += read;
        }
        if (position == size) {
            close(); // The end is where the checksum is compared.
        }
    }

    private InputStream at(long from) throws IOException {
        InputStream open = stream;
        if (open == null || from < position) {
            open = contents.open();
            stream = open;
            position = 0;
        }
        while (position < from) {
            byte[] skipped = open.readNBytes((int) Math.min(from - position, PIECE));
            if (skipped.length == 0) {
                throw new EOFException("it ends after " + position + " bytes");
            }
            position += skipped.length;
        }
        return open;
    }

    private void close() throws IOException {
        InputStream open = stream;
        stream = null;
        if (open != null) {
            try (open) {
                open.transferTo(OutputStream.nullOutputStream());
            }
        }
    }
}
