package org.initweights.internal.files.safetensors;

import java.nio.ByteBuffer;
import org.initweights.io.ElementType;

/** Reads one element as an integer. */
@FunctionalInterface
public interface IntegerDecoder {

    /** The next element of {@code bytes}, in its byte order; of 64 bits without a sign all bits as they are. */
    long next(ByteBuffer bytes);

    /**
     * The decoder of a type.
     *
     * @throws UnsupportedOperationException if elements of this type are no integers
     */
    static IntegerDecoder of(ElementType type) {
        return switch (type) {
            case BOOL -> bytes -> bytes.get() == 0 ? 0 : 1;
            case I8 -> ByteBuffer::get;
            case U8 -> bytes -> Byte.toUnsignedLong(bytes.get());
            case I16 -> ByteBuffer::getShort;
            case U16 -> bytes -> Short.toUnsignedLong(bytes.getShort());
            case I32 -> ByteBuffer::getInt;
            case U32 -> bytes -> Integer.toUnsignedLong(bytes.getInt());
            case I64, U64 -> ByteBuffer::getLong;
            default ->
                throw new UnsupportedOperationException("elements of " + type + " are no integers"
                        + (type.isNumeric() ? "; read them into double[]" : ""));
        };
    }
}
