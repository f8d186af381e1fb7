package org.initweights.internal.files.zip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;

/** Reads the entries of the directory of a zip file, one after another. */
final class EntryReader {

    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_BYTES = 46;
    private static final long IN_EXTRA_FIELD = 0xFFFFFFFFL;
    private static final int EXTRA_64 = 1;

    private final InputStream directory;
    private final long base;
    private int bytes;

    /**
     * Reads nothing yet.
     *
     * @param base where the zip file begins, from where offsets are counted
     */
    EntryReader(InputStream directory, long base) {
        this.directory = directory;
        this.base = base;
    }

    /** The next entry. */
    ArchiveEntry next() throws IOException {
        ByteBuffer entry = take(ENTRY_BYTES);
        if (entry.getInt(0) != ENTRY) {
            throw new ZipException("its directory is broken");
        }
        byte[] name = bytes(Short.toUnsignedInt(entry.getShort(28)));
        ByteBuffer extra = take(Short.toUnsignedInt(entry.getShort(30)));
        int comment = take(Short.toUnsignedInt(entry.getShort(32))).capacity();
        bytes = ENTRY_BYTES + name.length + extra.capacity() + comment;
        seek64(extra);
        long size = value(entry, 24, extra);
        long compressedSize = value(entry, 20, extra);
        long offset = value(entry, 42, extra);
        if (size < 0 || compressedSize < 0 || offset < 0 || base + offset < 0) {
            throw new ZipException("its directory has a negative size");
        }
        return new ArchiveEntry(
                name(name),
                Short.toUnsignedInt(entry.getShort(8)),
                Short.toUnsignedInt(entry.getShort(10)),
                Integer.toUnsignedLong(entry.getInt(16)),
                compressedSize,
                size,
                base + offset);
    }

    /** How many bytes the last entry took. */
    int bytes() {
        return bytes;
    }

    /** A name of bytes: UTF-8, of which ASCII is a part. */
    static String name(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Limits the extra field to its part for sizes beyond 32 bits, which is empty if there is none. */
    private static void seek64(ByteBuffer extra) throws ZipException {
        while (extra.remaining() >= 2 * Short.BYTES) {
            int kind = Short.toUnsignedInt(extra.getShort());
            int length = Short.toUnsignedInt(extra.getShort());
            if (length > extra.remaining()) {
                throw new ZipException("its directory has a broken extra field");
            }
            if (kind == EXTRA_64) {
                extra.limit(extra.position() + length);
                return;
            }
            extra.position(extra.position() + length);
        }
        extra.position(extra.limit());
    }

    private static long value(ByteBuffer entry, int at, ByteBuffer extra) throws ZipException {
        long value = Integer.toUnsignedLong(entry.getInt(at));
        if (value != IN_EXTRA_FIELD) {
            return value;
        }
        if (extra.remaining() < Long.BYTES) {
            throw new ZipException("its directory lacks a size of 64 bits");
        }
        return extra.getLong();
    }

    private ByteBuffer take(int count) throws IOException {
        return ByteBuffer.wrap(bytes(count)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private byte[] bytes(int count) throws IOException {
        byte[] taken = directory.readNBytes(count);
        if (taken.length < count) {
            throw new ZipException("its directory ends within an entry");
        }
        return taken;
    }
}
