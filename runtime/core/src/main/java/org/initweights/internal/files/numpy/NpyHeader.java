package org.initweights.internal.files.numpy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.initweights.TensorShape;
import org.initweights.internal.message.Excerpt;
import org.initweights.io.ElementType;

/**
 * What a {@code .npy} file begins with: a magic number, a version, and a Python dictionary that describes one array (NEP 1).
 *
 * @param byteOrder the byte order of the elements
 * @param order how the elements follow each other
 */
public record NpyHeader(ElementType type, ByteOrder byteOrder, ElementOrder order, TensorShape shape) {

    /** Which index changes fastest from one element to the next. */
    public enum ElementOrder {

        /** The last one: C's order. */
        ROW_MAJOR,

        /** The first one: Fortran's order. */
        COLUMN_MAJOR
    }

    /** The limit of NumPy itself. */
    static final long LONGEST = 10_000;

    static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    /** The limit of NumPy 2. */
    static final int MOST_DIMENSIONS = 64;

    private static final int ALIGNMENT = 64;

    /** NumPy leaves room for a size that grows to this many digits. */
    private static final int GROWTH = 21;

    /**
     * The header of little-endian elements in C's order.
     *
     * @throws IllegalArgumentException if NumPy has no such type
     */
    public static NpyHeader of(ElementType type, TensorShape shape) {
        if (NpyType.code(type).isEmpty()) {
            throw new IllegalArgumentException("NumPy has no type for " + type);
        }
        return new NpyHeader(type, ByteOrder.LITTLE_ENDIAN, ElementOrder.ROW_MAJOR, shape);
    }

    /** How many bytes the elements take. */
    public long dataBytes() {
        return Math.multiplyExact(shape.elements(), type.bits() / Byte.SIZE);
    }

    /**
     * The bytes of this header in a file, those that NumPy 2 writes for a little-endian array in C's order, in version 1.
     *
     * @throws IllegalArgumentException if there are more dimensions than NumPy reads
     */
    public byte[] encoded() {
        if (shape.rank() > MOST_DIMENSIONS) {
            throw new IllegalArgumentException(Excerpt.of(shape.toString()) + ": an array of NumPy has at most "
                    + MOST_DIMENSIONS + " dimensions, but this has " + shape.rank());
        }
        String dims = Arrays.stream(shape.dims()).mapToObj(Long::toString).collect(Collectors.joining(", "));
        StringBuilder text = new StringBuilder("{'descr': '" + description() + "', 'fortran_order': False, 'shape': ("
                + dims + (shape.rank() == 1 ? "," : "") + "), }");
        if (shape.rank() > 0) {
            text.append(" ".repeat(GROWTH - Long.toString(shape.size(0)).length()));
        }
        int prefix = MAGIC.length + 2 + Short.BYTES;
        text.append(" ".repeat(ALIGNMENT - (prefix + text.length() + 1) % ALIGNMENT))
                .append('\n');
        return ByteBuffer.allocate(prefix + text.length())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) text.length())
                .put(text.toString().getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    private String description() {
        return (type.bits() == Byte.SIZE ? "|" : "<") + NpyType.code(type).orElseThrow();
    }
}
