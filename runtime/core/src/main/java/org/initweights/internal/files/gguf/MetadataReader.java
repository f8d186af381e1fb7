package org.initweights.internal.files.gguf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the values of metadata. Lists are kept as their bytes, so that they take no more than these. */
final class MetadataReader {

    private final HeaderBytes bytes;

    MetadataReader(HeaderBytes bytes) {
        this.bytes = bytes;
    }

    /** The kinds of values, in the order of their numbers in a file. */
    private enum Kind {
        UINT8(1),
        INT8(1),
        UINT16(2),
        INT16(2),
        UINT32(4),
        INT32(4),
        FLOAT32(4),
        BOOL(1),
        STRING(8),
        ARRAY(12),
        UINT64(8),
        INT64(8),
        FLOAT64(8);

        /** How many bytes a value takes; a string or a list at least. */
        private final int bytes;

        Kind(int bytes) {
            this.bytes = bytes;
        }
    }

    /** The next value, which its kind stands before. */
    Object next() throws IOException {
        return value(kind());
    }

    private Kind kind() throws IOException {
        int code = bytes.number();
        if (code < 0 || code >= Kind.values().length) {
            throw new GgufException("its metadata has a value of the unknown kind " + Integer.toUnsignedString(code));
        }
        return Kind.values()[code];
    }

    private Object value(Kind kind) throws IOException {
        return switch (kind) {
            case STRING -> new String(bytes.text(), StandardCharsets.UTF_8);
            case ARRAY -> list();
            default -> number(kind, bytes.take(kind.bytes), 0);
        };
    }

    private List<Object> list() throws IOException {
        Kind kind = kind();
        if (kind == Kind.ARRAY) {
            throw new GgufException("its metadata has lists of lists, which llama.cpp does not read either");
        }
        int count = bytes.count("values of a list", kind.bytes, Integer.MAX_VALUE);
        if (kind == Kind.STRING) {
            return texts(count);
        }
        ByteBuffer numbers = bytes.take((long) count * kind.bytes);
        return new PackedList(count, index -> number(kind, numbers, index * kind.bytes));
    }

    private List<Object> texts(int count) throws IOException {
        int[] ends = new int[count];
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            all.writeBytes(bytes.text());
            ends[i] = all.size();
        }
        byte[] texts = all.toByteArray();
        return new PackedList(count, index -> {
            int begin = index == 0 ? 0 : ends[index - 1];
            return new String(texts, begin, ends[index] - begin, StandardCharsets.UTF_8);
        });
    }

    private static Object number(Kind kind, ByteBuffer from, int at) {
        return switch (kind) {
            case UINT8 -> Byte.toUnsignedLong(from.get(at));
            case INT8 -> (long) from.get(at);
            case UINT16 -> Short.toUnsignedLong(from.getShort(at));
            case INT16 -> (long) from.getShort(at);
            case UINT32 -> Integer.toUnsignedLong(from.getInt(at));
            case INT32 -> (long) from.getInt(at);
            case FLOAT32 -> (double) from.getFloat(at);
            case FLOAT64 -> from.getDouble(at);
            case BOOL -> from.get(at) != 0;
            case INT64 -> from.getLong(at);
            case UINT64 -> unsigned(from.getLong(at));
            case STRING, ARRAY -> throw new IllegalArgumentException(kind + " is no number");
        };
    }

    private static Object unsigned(long value) {
        if (value >= 0) {
            return value;
        }
        return new BigInteger(Long.toUnsignedString(value));
    }
}
