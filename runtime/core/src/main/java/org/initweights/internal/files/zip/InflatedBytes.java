package org.initweights.internal.files.zip;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Bytes that were compressed as zip files do, without the frame of zlib. */
final class InflatedBytes extends InflaterInputStream {

    private static final int PIECE_BYTES = 1 << 13;

    private boolean isPadded;

    InflatedBytes(InputStream compressed) {
        super(compressed, new Inflater(true), PIECE_BYTES);
    }

    /** Without a frame, the inflater may want one byte more than there are. */
    @Override
    protected void fill() throws IOException {
        len = in.read(buf, 0, buf.length);
        if (len < 0) {
            if (isPadded) {
                throw new EOFException("its compressed bytes end too early");
            }
            isPadded = true;
            buf[0] = 0;
            len = 1;
        }
        inf.setInput(buf, 0, len);
    }

    @Override
    public void close() throws IOException {
        super.close();
        inf.end();
    }
}
