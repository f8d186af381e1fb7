package org.initweights.internal.files.zip;

import java.util.Optional;

/**
 * An entry as the directory of a zip file describes it.
 *
 * @param name its name, in which what is not UTF-8 is replaced
 * @param flags the general purpose bits
 * @param method how its bytes are compressed
 * @param crc the CRC-32 of its bytes
 * @param compressedSize how many bytes it takes in the file
 * @param size how many bytes it has
 * @param offset where its local header begins
 */
public record ArchiveEntry(String name, int flags, int method, long crc, long compressedSize, long size, long offset) {

    static final int STORED = 0;
    static final int DEFLATED = 8;

    private static final int ENCRYPTED = 1;

    /** Whether this is a folder, which has no bytes. */
    public boolean isFolder() {
        return name.endsWith("/");
    }

    /** Why this entry cannot be read, whatever its bytes are; empty if it can. */
    public Optional<String> obstacle() {
        if ((flags & ENCRYPTED) != 0) {
            return Optional.of("it is encrypted");
        }
        if (method != STORED && method != DEFLATED) {
            return Optional.of("it is compressed by " + methodName()
                    + "; stored and deflated entries are read, so write it again so");
        }
        return Optional.empty();
    }

    private String methodName() {
        return switch (method) {
            case 9 -> "Deflate64";
            case 12 -> "BZIP2";
            case 14 -> "LZMA";
            case 93 -> "Zstandard";
            case 95 -> "XZ";
            default -> "method " + method;
        };
    }
}
