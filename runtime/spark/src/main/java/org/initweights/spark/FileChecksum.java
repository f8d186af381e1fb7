package org.initweights.spark;

import java.io.EOFException;
import java.io.IOException;
import java.util.zip.CRC32C;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The CRC-32C of a stretch of a file, as it is read back. */
final class FileChecksum {

    private static final int CHUNK = 1 << 20;

    private FileChecksum() {}

    static int of(FileSystem files, Path file, long offset, long bytes) throws IOException {
        CRC32C checksum = new CRC32C();
        byte[] chunk = new byte[(int) Math.min(CHUNK, Math.max(1, bytes))];
        try (FSDataInputStream in = files.open(file)) {
            in.seek(offset);
            for (long left = bytes; left > 0; ) {
                int count = in.read(chunk, 0, (int) Math.min(chunk.length, left));
                if (count < 0) {
                    throw new EOFException(file + " ends " + left + " bytes too early");
                }
                checksum.update(chunk, 0, count);
                left -= count;
            }
        }
        return (int) checksum.getValue();
    }
}
