package org.initweights.spark;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;
import org.apache.hadoop.fs.FSDataInputStream;

/** Takes the bytes that a file should have, and compares them with those that it has. */
final class ComparedBytes implements WritableByteChannel {

    private static final int CHUNK = 1 << 16;

    private final FSDataInputStream file;
    private final byte[] expected = new byte[CHUNK];
    private final byte[] found = new byte[CHUNK];
    private long position;

    /** Ends a comparison: nothing more need be drawn. */
    static final class DiffersException extends IOException {

        private static final long serialVersionUID = 1;

        private final long offset;

        private DiffersException(long offset) {
            super("byte " + offset + " differs");
            this.offset = offset;
        }

        long offset() {
            return offset;
        }
    }

    /** Compares from the place on that {@code file} is at. */
    ComparedBytes(FSDataInputStream file) throws IOException {
        this.file = file;
        this.position = file.getPos();
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        int count = source.remaining();
        while (source.hasRemaining()) {
            int some = Math.min(source.remaining(), CHUNK);
            source.get(expected, 0, some);
            int read = readSome(some);
            int differs = Arrays.mismatch(expected, 0, some, found, 0, read);
            if (differs >= 0) {
                throw new DiffersException(position + differs);
            }
            position += some;
        }
        return count;
    }

    private int readSome(int count) throws IOException {
        try {
            file.readFully(found, 0, count);
            return count;
        } catch (EOFException e) {
            throw new DiffersException(position);
        }
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    /** The file is closed by who opened it. */
    @Override
    public void close() {}
}
