package org.initweights.internal.files.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * Where the directory of a zip file is, as the record at the end of the file says.
 *
 * @param begin where its first entry is
 * @param end where what follows its last entry is
 * @param base where the zip file begins: something else may stand before it
 * @param entries how many entries there are said to be
 */
record Directory(long begin, long end, long base, long entries) {

    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int LOCATOR_64_BYTES = 20;
    private static final int END_64 = 0x06064b50;
    private static final int END_64_BYTES = 56;
    private static final int LONGEST_COMMENT = 0xFFFF;

    /** Finds the directory from the end of a file on, behind which a comment may stand. */
    static Directory of(SeekableByteChannel channel) throws IOException {
        long size = channel.size();
        int tail = (int) Math.min(size, END_BYTES + LONGEST_COMMENT);
        ByteBuffer bytes = read(channel, size - tail, tail);
        for (int at = tail - END_BYTES; at >= 0; at--) {
            if (bytes.getInt(at) == END && at + END_BYTES + unsigned(bytes.getShort(at + 20)) <= tail) {
                return at(channel, size - tail + at, bytes.slice(at, END_BYTES).order(ByteOrder.LITTLE_ENDIAN));
            }
        }
        throw new ZipException("it has no directory of a zip file at its end");
    }

    private static Directory at(SeekableByteChannel channel, long position, ByteBuffer end) throws IOException {
        int entries = unsigned(end.getShort(10));
        long bytes = Integer.toUnsignedLong(end.getInt(12));
        long offset = Integer.toUnsignedLong(end.getInt(16));
        Optional<Directory> large = end64(channel, position);
        if (large.isPresent()) {
            return large.get();
        }
        if (end.getShort(4) != 0 || end.getShort(6) != 0) {
            throw new ZipException("it is one of several files of an archive");
        }
        return between(position, bytes, offset, entries);
    }

    private static Directory between(long end, long bytes, long offset, long entries) throws ZipException {
        if (bytes < 0 || offset < 0 || bytes > end || offset > end - bytes) {
            throw new ZipException(
                    "its directory of " + bytes + " bytes from " + offset + " on does not end at byte " + end);
        }
        return new Directory(end - bytes, end, end - bytes - offset, entries);
    }

    private static Optional<Directory> end64(SeekableByteChannel channel, long end) throws IOException {
        if (end < LOCATOR_64_BYTES + END_64_BYTES) {
            return Optional.empty();
        }
        ByteBuffer locator = read(channel, end - LOCATOR_64_BYTES, LOCATOR_64_BYTES);
        if (locator.getInt(0) != LOCATOR_64) {
            return Optional.empty();
        }
        long position = end - LOCATOR_64_BYTES - END_64_BYTES;
        ByteBuffer record = read(channel, position, END_64_BYTES);
        if (record.getInt(0) != END_64) {
            throw new ZipException("the record of a large zip file is not where it must be");
        }
        return Optional.of(between(position, record.getLong(40), record.getLong(48), record.getLong(32)));
    }

    static ByteBuffer read(SeekableByteChannel channel, long position, int count) throws IOException {
        return ByteBuffer.wrap(bytes(channel, position, count)).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Bytes of the file; fewer if it ends before. */
    static byte[] bytes(SeekableByteChannel channel, long position, int count) throws IOException {
        return new ChannelRange(channel, position, position + count).readNBytes(count);
    }

    private static int unsigned(short value) {
        return Short.toUnsignedInt(value);
    }
}
