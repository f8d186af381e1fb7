package org.initweights.internal.files.zip;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipException;

/** The bytes of an entry of a zip file, whose checksum is compared at their end. */
final class VerifiedEntry extends FilterInputStream {

    private final CheckedInputStream checked;
    private final long expected;

    VerifiedEntry(InputStream bytes, long crc) {
        this(new CheckedInputStream(bytes, new CRC32()), crc);
    }

    private VerifiedEntry(CheckedInputStream checked, long expected) {
        super(checked);
        this.checked = checked;
        this.expected = expected;
    }

    @Override
    public int read() throws IOException {
        return verified(checked.read());
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return verified(checked.read(target, offset, length));
    }

    private int verified(int result) throws ZipException {
        if (result < 0 && checked.getChecksum().getValue() != expected) {
            throw new ZipException("the checksum is wrong");
        }
        return result;
    }
}
