package org.initweights.internal.files.zip;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipException;

/**
 * An open zip file, on any file system. Its directory is read when it is opened; what cannot be read of a single entry is said when that
 * is opened, which Java's own reader does not do: it refuses a whole archive for one entry of another compression.
 */
public final class ZipArchive implements Closeable {

    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int LOCAL_HEADER_BYTES = 30;
    private static final int PIECE_BYTES = 1 << 16;

    private final SeekableByteChannel channel;
    private final Directory directory;
    private final List<ArchiveEntry> entries;

    private ZipArchive(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.directory = Directory.of(channel);
        List<ArchiveEntry> found = new ArrayList<>();
        try (InputStream bytes =
                new BufferedInputStream(new ChannelRange(channel, directory.begin(), directory.end()), PIECE_BYTES)) {
            EntryReader reader = new EntryReader(bytes, directory.base());
            for (long at = directory.begin(); at < directory.end(); at += reader.bytes()) {
                found.add(reader.next());
            }
        }
        if ((found.size() & 0xFFFF) != (directory.entries() & 0xFFFF)) {
            throw new ZipException("its directory has " + found.size() + " entries instead of " + directory.entries());
        }
        this.entries = Collections.unmodifiableList(found);
    }

    /**
     * Opens a file.
     *
     * @throws ZipException if it is no zip file
     */
    public static ZipArchive open(Path file) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(file);
        try {
            return of(channel);
        } catch (Throwable e) {
            channel.close();
            throw e;
        }
    }

    /**
     * A zip file that takes a whole channel, which it closes.
     *
     * @throws ZipException if it is no zip file
     */
    public static ZipArchive of(SeekableByteChannel channel) throws IOException {
        return new ZipArchive(channel);
    }

    /** All entries, in the order of the directory, those that cannot be read and folders too. */
    public List<ArchiveEntry> entries() {
        return entries;
    }

    /**
     * The bytes of an entry. At their end their checksum is compared.
     *
     * @throws ZipException if it cannot be read, or its local header is not that of this entry
     */
    public InputStream open(ArchiveEntry entry) throws IOException {
        if (entry.obstacle().isPresent()) {
            throw new ZipException(entry.obstacle().get());
        }
        long begin = dataStart(entry);
        if (entry.compressedSize() > directory.begin() - begin) {
            throw new ZipException("its bytes go beyond the directory of the archive");
        }
        InputStream bytes = new ChannelRange(channel, begin, begin + entry.compressedSize());
        if (entry.method() == ArchiveEntry.DEFLATED) {
            bytes = new InflatedBytes(bytes);
        } else if (entry.size() != entry.compressedSize()) {
            throw new ZipException(
                    "it is not compressed, but has " + entry.compressedSize() + " bytes instead of " + entry.size());
        }
        return new VerifiedEntry(bytes, entry.crc());
    }

    private long dataStart(ArchiveEntry entry) throws IOException {
        if (entry.offset() > directory.begin() - LOCAL_HEADER_BYTES) {
            throw new ZipException("its header would be behind the directory of the archive");
        }
        ByteBuffer header = Directory.read(channel, entry.offset(), LOCAL_HEADER_BYTES);
        int nameBytes = Short.toUnsignedInt(header.getShort(26));
        if (header.getInt(0) != LOCAL_HEADER || header.getShort(8) != (short) entry.method()) {
            throw new ZipException("its header is not where the directory of the archive says");
        }
        byte[] name = Directory.bytes(channel, entry.offset() + LOCAL_HEADER_BYTES, nameBytes);
        if (!EntryReader.name(name).equals(entry.name())) {
            throw new ZipException("it has another name in its header than in the directory of the archive");
        }
        return entry.offset() + LOCAL_HEADER_BYTES + nameBytes + Short.toUnsignedInt(header.getShort(28));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
