package org.initweights.internal.files.numpy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The beginnings of {@code .npy} files with any header. */
public final class NpyFiles {

    private NpyFiles() {}

    /** Magic number, version, length and header. */
    public static byte[] header(int version, String text) {
        byte[] bytes = text.getBytes(version < 3 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        int prefix = 8 + (version == 1 ? Short.BYTES : Integer.BYTES);
        ByteBuffer file = ByteBuffer.allocate(prefix + bytes.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) version)
                .put((byte) 0);
        if (version == 1) {
            file.putShort((short) bytes.length);
        } else {
            file.putInt(bytes.length);
        }
        return file.put(bytes).array();
    }
}
