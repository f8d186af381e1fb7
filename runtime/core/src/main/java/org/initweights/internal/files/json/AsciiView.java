package org.initweights.internal.files.json;

import java.nio.charset.StandardCharsets;

/** Bytes as characters; only those of ASCII are the characters of the text. */
final class AsciiView implements CharSequence {

    private final byte[] bytes;

    AsciiView(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int length() {
        return bytes.length;
    }

    @Override
    public char charAt(int index) {
        return (char) Byte.toUnsignedInt(bytes[index]);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
