package org.initweights.internal.files.safetensors;

import java.nio.ByteBuffer;
import org.initweights.HalfFormat;
import org.initweights.internal.tensor.HalfCodec;
import org.initweights.io.ElementType;

/** Reads one element as a number. */
@FunctionalInterface
public interface ElementDecoder {

    /** The next element of {@code bytes}, in its byte order; the nearest {@code double} of a large integer. */
    double next(ByteBuffer bytes);

    /**
     * The decoder of a type.
     *
     * @throws UnsupportedOperationException if elements of this type are not read as numbers
     */
    static ElementDecoder of(ElementType type) {
        return switch (type) {
            case F64 -> ByteBuffer::getDouble;
            case F32 -> ByteBuffer::getFloat;
            case F16 -> halves(HalfFormat.FP16);
            case BF16 -> halves(HalfFormat.BF16);
            case F8_E5M2 -> SmallFloat.E5M2;
            case F8_E4M3 -> SmallFloat.E4M3;
            case F8_E5M2FNUZ -> SmallFloat.E5M2FNUZ;
            case F8_E4M3FNUZ -> SmallFloat.E4M3FNUZ;
            case F8_E8M0 -> bytes -> SmallFloat.scale(bytes.get());
            case BOOL -> bytes -> bytes.get() == 0 ? 0 : 1;
            case I8 -> ByteBuffer::get;
            case U8 -> bytes -> Byte.toUnsignedInt(bytes.get());
            case I16 -> ByteBuffer::getShort;
            case U16 -> bytes -> Short.toUnsignedInt(bytes.getShort());
            case I32 -> ByteBuffer::getInt;
            case U32 -> bytes -> Integer.toUnsignedLong(bytes.getInt());
            case I64 -> ByteBuffer::getLong;
            case U64 -> bytes -> unsigned(bytes.getLong());
            default -> throw new UnsupportedOperationException("elements of " + type + " are not read as numbers");
        };
    }

    private static ElementDecoder halves(HalfFormat format) {
        HalfCodec codec = HalfCodec.of(format);
        return bytes -> codec.decode(bytes.getShort());
    }

    private static double unsigned(long value) {
        // Halved with the lost bit kept, so that the doubled result is rounded once and right.
        return value >= 0 ? value : (double) ((value >>> 1) | (value & 1)) * 2;
    }
}
