package org.initweights.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import org.initweights.DType;
import org.initweights.HalfFormat;
import org.initweights.Parameter;
import org.initweights.internal.tensor.HalfCodec;

/** The bits of elements, as goldens have them: in hexadecimal, or as the CRC-32 of little-endian bytes. */
public final class ElementBits {

    private ElementBits() {}

    /** All elements of a parameter, ready to be read. */
    public static ByteBuffer of(Parameter parameter) {
        int count = (int) parameter.elements();
        ByteBuffer bytes =
                ByteBuffer.allocate(count * parameter.dtype().bytes()).order(ByteOrder.LITTLE_ENDIAN);
        parameter.encode(0, count, bytes);
        return bytes.flip();
    }

    /** Those of floats, ready to be read. */
    public static ByteBuffer of(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes;
    }

    /** The CRC-32 of the bytes that remain, which remain. */
    public static long crc32(ByteBuffer bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes.duplicate());
        return crc.getValue();
    }

    /** The CRC-32 in eight digits. */
    public static String digest(ByteBuffer bytes) {
        return HexFormat.of().toHexDigits((int) crc32(bytes));
    }

    /** Elements that stand one after another, each of as many digits as its type has. */
    public static List<Long> ofHex(String hex, int digits) {
        List<Long> bits = new ArrayList<>();
        for (int from = 0; from < hex.length(); from += digits) {
            bits.add(Long.parseUnsignedLong(hex, from, from + digits, 16));
        }
        return bits;
    }

    /** The number of these bits. */
    public static double decode(DType type, long bits) {
        return switch (type) {
            case F64 -> Double.longBitsToDouble(bits);
            case F32 -> Float.intBitsToFloat((int) bits);
            case F16 -> HalfCodec.of(HalfFormat.FP16).decode((short) bits);
            case BF16 -> HalfCodec.of(HalfFormat.BF16).decode((short) bits);
            case I32 -> (int) bits;
            case I64 -> bits;
        };
    }
}
