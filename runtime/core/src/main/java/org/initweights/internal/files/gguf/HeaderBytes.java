package org.initweights.internal.files.gguf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/** The bytes of a header one after another. Nothing is taken that the file does not have. */
final class HeaderBytes {

    /** As in safetensors; the vocabularies of large models take a tenth of it. */
    static final long LONGEST = 100_000_000;

    private static final int PIECE_BYTES = 1 << 16;

    private final SeekableByteChannel channel;
    private final long size;
    private final ByteBuffer piece = ByteBuffer.allocate(PIECE_BYTES).limit(0);
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    private long taken;

    HeaderBytes(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    void order(ByteOrder newOrder) {
        order = newOrder;
    }

    ByteOrder order() {
        return order;
    }

    /** How many bytes were taken. */
    long position() {
        return taken;
    }

    /** How many bytes are left of the file. */
    long remaining() {
        return size - taken;
    }

    /** The next bytes, in the byte order of the file. */
    ByteBuffer take(long count) throws IOException {
        return ByteBuffer.wrap(bytes(count)).order(order);
    }

    private byte[] bytes(long count) throws IOException {
        if (count < 0 || count > remaining()) {
            throw new GgufException("its header would need " + Long.toUnsignedString(count) + " bytes from byte "
                    + taken + " on, but the file has " + size);
        }
        if (taken + count > LONGEST) {
            throw new GgufException("its header has more than " + LONGEST + " bytes");
        }
        byte[] bytes = new byte[(int) count];
        for (int done = 0; done < bytes.length; ) {
            if (!piece.hasRemaining()) {
                fill();
            }
            int part = Math.min(piece.remaining(), bytes.length - done);
            piece.get(bytes, done, part);
            done += part;
        }
        taken += count;
        return bytes;
    }

    private void fill() throws IOException {
        piece.clear();
        if (channel.read(piece) <= 0) {
            throw new GgufException("the file ends while its header is read");
        }
        piece.flip();
    }

    int number() throws IOException {
        return take(Integer.BYTES).getInt();
    }

    long large() throws IOException {
        return take(Long.BYTES).getLong();
    }

    /** How many of something there are, each of which takes at least so many bytes, and no more than {@code most}. */
    int count(String what, int leastBytes, int most) throws IOException {
        long count = large();
        if (count > most) {
            throw new GgufException("it claims " + count + " " + what + "; there may be " + most);
        }
        if (count < 0 || count > remaining() / leastBytes || count * leastBytes > LONGEST) {
            throw new GgufException("it claims " + Long.toUnsignedString(count) + " " + what + ", for which "
                    + remaining() + " bytes are too few");
        }
        return (int) count;
    }

    /** The bytes of a string. */
    byte[] text() throws IOException {
        return bytes(large());
    }
}
