package org.initweights.internal.files.numpy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.initweights.InitializationException;
import org.initweights.TensorShape;
import org.initweights.internal.files.ElementReader;
import org.initweights.internal.files.numpy.PythonLiteral.Dictionary;
import org.initweights.internal.files.numpy.PythonLiteral.Truth;
import org.initweights.internal.files.numpy.PythonLiteral.Tuple;
import org.initweights.internal.files.numpy.PythonLiteral.Whole;
import org.initweights.internal.message.Excerpt;

/** Reads the header of a {@code .npy} file, of version 1, 2 or 3, and takes what {@code numpy.load} takes. */
public final class NpyHeaderReader {

    private static final String DESCRIPTION = "descr";
    private static final String ORDER = "fortran_order";
    private static final String SHAPE = "shape";
    private static final BigInteger MOST_BYTES = BigInteger.valueOf(Long.MAX_VALUE);

    private NpyHeaderReader() {}

    /**
     * Reads a header from where a file begins.
     *
     * @throws UnknownElementsException if it is one of elements that are not numbers of a known type
     * @throws NpyException if it is none
     */
    public static NpyHeader read(ElementReader.Source source) throws IOException {
        byte[] start = filled(source, NpyHeader.MAGIC.length + 2);
        if (!isMagic(start)) {
            throw new NpyException("it does not begin as a .npy file does");
        }
        int version = start[NpyHeader.MAGIC.length];
        int minor = start[NpyHeader.MAGIC.length + 1];
        if (version < 1 || version > 3 || minor != 0) {
            throw new NpyException("its version is " + version + "." + minor + ", not 1.0, 2.0 or 3.0");
        }
        long length = version == 1
                ? Short.toUnsignedLong(littleEndian(filled(source, Short.BYTES)).getShort())
                : Integer.toUnsignedLong(
                        littleEndian(filled(source, Integer.BYTES)).getInt());
        if (length > NpyHeader.LONGEST) {
            throw new NpyException("its header has " + length + " bytes; there may be " + NpyHeader.LONGEST);
        }
        return header(text(filled(source, (int) length), version), version);
    }

    /** Whether a file that begins like this is a {@code .npy} file. */
    public static boolean isMagic(byte[] start) {
        return start.length >= NpyHeader.MAGIC.length
                && Arrays.equals(start, 0, NpyHeader.MAGIC.length, NpyHeader.MAGIC, 0, NpyHeader.MAGIC.length);
    }

    private static byte[] filled(ElementReader.Source source, int count) throws IOException {
        byte[] bytes = new byte[count];
        source.fill(ByteBuffer.wrap(bytes));
        return bytes;
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static String text(byte[] bytes, int version) throws NpyException {
        if (version < 3) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new NpyException("its header is not UTF-8");
        }
    }

    private static NpyHeader header(String text, int version) throws NpyException {
        // Python 2 wrote 3L; it did not know version 3.
        PythonLiteral literal = PythonReader.read(
                text, version < 3 ? PythonReader.LongSuffix.ACCEPTED : PythonReader.LongSuffix.REFUSED);
        if (!(literal instanceof Dictionary dictionary)) {
            throw new NpyException("its header is no dictionary, but " + Excerpt.of(text.strip()));
        }
        Map<String, PythonLiteral> members = dictionary.members();
        if (!members.keySet().equals(Set.of(DESCRIPTION, ORDER, SHAPE))) {
            throw new NpyException(
                    "its header needs descr, fortran_order and shape, but has " + Excerpt.of(members.keySet()));
        }
        NpyHeader.ElementOrder order = order(Objects.requireNonNull(members.get(ORDER)));
        List<BigInteger> sizes = sizes(Objects.requireNonNull(members.get(SHAPE)));
        NpyType type = NpyType.of(Objects.requireNonNull(members.get(DESCRIPTION)));
        return new NpyHeader(type.element(), type.order(), order, shape(sizes, type));
    }

    private static NpyHeader.ElementOrder order(PythonLiteral value) throws NpyException {
        if (!(value instanceof Truth truth)) {
            throw new NpyException("its fortran_order is neither True nor False");
        }
        return truth.value() ? NpyHeader.ElementOrder.COLUMN_MAJOR : NpyHeader.ElementOrder.ROW_MAJOR;
    }

    private static List<BigInteger> sizes(PythonLiteral value) throws NpyException {
        if (!(value instanceof Tuple tuple) || !tuple.elements().stream().allMatch(Whole.class::isInstance)) {
            throw new NpyException("its shape is no tuple of integers");
        }
        if (tuple.elements().size() > NpyHeader.MOST_DIMENSIONS) {
            throw new NpyException(
                    "it has " + tuple.elements().size() + " dimensions; there may be " + NpyHeader.MOST_DIMENSIONS);
        }
        return tuple.elements().stream().map(size -> ((Whole) size).value()).toList();
    }

    private static TensorShape shape(List<BigInteger> sizes, NpyType type) throws NpyException {
        // As in NumPy, an axis of size 0 does not excuse the others.
        BigInteger bytes = BigInteger.valueOf(type.element().bits() / Byte.SIZE);
        for (BigInteger size : sizes) {
            if (size.signum() < 0) {
                throw new NpyException("its shape has a negative size: " + Excerpt.of(sizes));
            }
            bytes = size.signum() == 0 ? bytes : bytes.multiply(size);
            if (bytes.compareTo(MOST_BYTES) > 0) {
                throw new NpyException("its shape has more bytes of " + type.element() + " than a long can count: "
                        + Excerpt.of(sizes));
            }
        }
        try {
            return TensorShape.of(
                    sizes.stream().mapToLong(BigInteger::longValue).toArray());
        } catch (InitializationException e) {
            throw new NpyException("its shape is none: " + e.getMessage());
        }
    }
}
