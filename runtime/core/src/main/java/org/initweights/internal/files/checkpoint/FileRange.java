package org.initweights.internal.files.checkpoint;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * A part of a file, which any thread may read and write.
 *
 * @param begin where it begins
 */
record FileRange(FileChannel channel, long begin) {

    /** This part from another place on. */
    FileRange from(long offset) {
        return new FileRange(channel, begin + offset);
    }

    /** Writes all remaining bytes to the beginning of this part. */
    void write(ByteBuffer bytes) throws IOException {
        for (long at = begin; bytes.hasRemaining(); ) {
            at += channel.write(bytes, at);
        }
    }

    /** Reads the beginning of this part into all remaining room. */
    void read(ByteBuffer bytes) throws IOException {
        for (long at = begin; bytes.hasRemaining(); ) {
            int count = channel.read(bytes, at);
            if (count < 0) {
                throw new EOFException("the file ends at " + at);
            }
            at += count;
        }
    }
}
