package org.initweights.internal.files.zip;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Objects;

/** The bytes of a channel from one place to another. Several streams may take turns on one channel. */
final class ChannelRange extends InputStream {

    private final SeekableByteChannel channel;
    private final long end;
    private long at;

    ChannelRange(SeekableByteChannel channel, long begin, long end) {
        this.channel = channel;
        this.at = begin;
        this.end = end;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (at >= end) {
            return -1;
        }
        int most = (int) Math.min(length, end - at);
        int read;
        synchronized (channel) {
            read = channel.position(at).read(ByteBuffer.wrap(target, offset, most));
        }
        if (read < 0) {
            throw new EOFException("the file ends at byte " + at);
        }
        at += read;
        return read;
    }
}
