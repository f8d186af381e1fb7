package org.initweights.internal.files.numpy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.initweights.InitializationException;
import org.initweights.TensorShape;
import org.initweights.internal.files.ElementReader;
import org.initweights.internal.message.Excerpt;
import org.initweights.io.ElementType;
import org.jspecify.annotations.Nullable;

/** Reads the header of a {@code .npy} file, of version 1, 2 or 3. It knows only as much of Python as stands in such a header. */
public final class NpyHeaderReader {

    private final String text;
    private int at;
    private @Nullable String description;
    private NpyHeader.@Nullable ElementOrder order;
    private @Nullable TensorShape shape;

    private NpyHeaderReader(String text) {
        this.text = text;
    }

    /**
     * Reads a header from where a file begins.
     *
     * @throws NpyException if it is none, or of elements that are not numbers of a known type
     */
    public static NpyHeader read(ElementReader.Source source) throws IOException {
        byte[] start = filled(source, NpyHeader.MAGIC.length + 2);
        if (!Arrays.equals(start, 0, NpyHeader.MAGIC.length, NpyHeader.MAGIC, 0, NpyHeader.MAGIC.length)) {
            throw new NpyException("it does not begin as a .npy file does");
        }
        int version = start[NpyHeader.MAGIC.length];
        if (version < 1 || version > 3) {
            throw new NpyException("its version is " + version + ", not 1, 2 or 3");
        }
        long length = version == 1
                ? Short.toUnsignedLong(littleEndian(filled(source, Short.BYTES)).getShort())
                : Integer.toUnsignedLong(
                        littleEndian(filled(source, Integer.BYTES)).getInt());
        if (length > NpyHeader.LONGEST) {
            throw new NpyException("its header has " + length + " bytes; there may be " + NpyHeader.LONGEST);
        }
        return new NpyHeaderReader(new String(filled(source, (int) length), StandardCharsets.UTF_8)).header();
    }

    private static byte[] filled(ElementReader.Source source, int count) throws IOException {
        byte[] bytes = new byte[count];
        source.fill(ByteBuffer.wrap(bytes));
        return bytes;
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private NpyHeader header() throws NpyException {
        expect("{");
        while (!accept("}")) {
            member();
            if (!accept(",")) {
                expect("}");
                break;
            }
        }
        skipSpace();
        if (at < text.length()) {
            throw unexpected("the end");
        }
        if (description == null || order == null || shape == null) {
            throw new NpyException(
                    "its header needs descr, fortran_order and shape, but is " + Excerpt.of(text.strip()));
        }
        return header(description, order, shape);
    }

    private static NpyHeader header(String description, NpyHeader.ElementOrder order, TensorShape shape)
            throws NpyException {
        char mark = description.isEmpty() ? ' ' : description.charAt(0);
        ElementType type = "<>|".indexOf(mark) < 0
                ? null
                : NpyHeader.type(description.substring(1)).orElse(null);
        if (type == null || (mark == '|') != (type.bits() == Byte.SIZE)) {
            throw new NpyException(
                    "its elements are '" + Excerpt.of(description) + "', which are not numbers of a known type");
        }
        ByteOrder byteOrder = mark == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        if (shape.elements() > Long.MAX_VALUE / type.bits()) {
            throw new NpyException(shape + " of " + type + " has more bits than a long can count");
        }
        return new NpyHeader(type, byteOrder, order, shape);
    }

    private void member() throws NpyException {
        String key = string();
        expect(":");
        switch (key) {
            case "descr" -> description = string();
            case "fortran_order" -> order = order();
            case "shape" -> shape = shape();
            default -> throw new NpyException("its header has an unknown entry '" + Excerpt.of(key) + "'");
        }
    }

    private NpyHeader.ElementOrder order() throws NpyException {
        if (accept("True")) {
            return NpyHeader.ElementOrder.COLUMN_MAJOR;
        }
        expect("False");
        return NpyHeader.ElementOrder.ROW_MAJOR;
    }

    private TensorShape shape() throws NpyException {
        List<Long> dims = new ArrayList<>();
        expect("(");
        while (!accept(")")) {
            dims.add(number());
            if (!accept(",")) {
                expect(")");
                break;
            }
        }
        try {
            return TensorShape.of(dims.stream().mapToLong(Long::longValue).toArray());
        } catch (InitializationException e) {
            throw new NpyException("its shape has a size that is too large: " + Excerpt.of(dims));
        }
    }

    private long number() throws NpyException {
        skipSpace();
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        try {
            return Long.parseLong(text.substring(start, at));
        } catch (NumberFormatException e) {
            at = start;
            throw unexpected("a size");
        }
    }

    private String string() throws NpyException {
        expect("'");
        int end = text.indexOf('\'', at);
        if (end < 0) {
            throw unexpected("the end of a string");
        }
        String string = text.substring(at, end);
        at = end + 1;
        return string;
    }

    private void expect(String token) throws NpyException {
        if (!accept(token)) {
            throw unexpected(token);
        }
    }

    private boolean accept(String token) {
        skipSpace();
        if (!text.startsWith(token, at)) {
            return false;
        }
        at += token.length();
        return true;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private NpyException unexpected(String expected) {
        return new NpyException(
                "its header lacks " + expected + " at character " + at + ": " + Excerpt.of(text.strip()));
    }
}
