package org.initweights.internal.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Reads as many bytes of a file as a buffer has room for, from any place, whoever else reads or writes it. */
public final class WholeRead {

    private static final int PIECE_BYTES = 1 << 20;

    private WholeRead() {}

    /**
     * Fills the rest of a buffer.
     *
     * @param position the first byte
     * @param end what is thrown if the file ends before
     */
    public static void of(FileChannel channel, long position, ByteBuffer target, End end) throws IOException {
        long at = position;
        while (target.hasRemaining()) {
            // A piece at a time: the channel would copy all of it through a buffer of the same size, and keep that.
            ByteBuffer piece = target.slice(target.position(), Math.min(target.remaining(), PIECE_BYTES));
            int read = channel.read(piece, at);
            if (read < 0) {
                throw end.at(at);
            }
            target.position(target.position() + read);
            at += read;
        }
    }

    /** Says that a file ends too early. */
    @FunctionalInterface
    public interface End {

        /** The exception of a file that has this many bytes. */
        IOException at(long bytes);
    }
}
