package org.initweights.internal.files.load;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.initweights.DType;
import org.initweights.internal.files.ElementReader;
import org.initweights.io.ElementType;

/**
 * Brings integers to another type of integers on their way, and gives them on little-endian. What the type does not hold is refused:
 * nothing is cut off.
 *
 * <p>One thread uses it.
 */
public final class IntegerConversion implements ElementReader.Decoder {

    private static final int PIECE = 1 << 12;

    private final ElementType from;
    private final DType to;
    private final ElementReader.Decoder target;
    private final ByteBuffer result;

    /** An integer that the other type does not hold. */
    public static final class DoesNotFit extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private DoesNotFit(long element, String value, DType type) {
            super("element " + element + " is " + value + ", which is no " + (type == DType.I32 ? "int" : "long"));
        }
    }

    /**
     * Converts nothing yet.
     *
     * @param from a type of integers
     * @param to another, of what {@code target} takes
     */
    public IntegerConversion(ElementType from, DType to, ElementReader.Decoder target) {
        this.from = from;
        this.to = to;
        this.target = target;
        this.result = ByteBuffer.allocate(PIECE * to.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Takes elements.
     *
     * @throws DoesNotFit if one does not fit; those before it may have been given on
     */
    @Override
    public void decode(long first, int count, ByteBuffer elements) {
        for (int done = 0; done < count; done += PIECE) {
            int part = Math.min(PIECE, count - done);
            result.clear();
            for (int i = 0; i < part; i++) {
                put(first + done + i, next(elements));
            }
            target.decode(first + done, part, result.flip());
        }
    }

    private void put(long element, long value) {
        if (from == ElementType.U64 && value < 0) {
            throw new DoesNotFit(element, Long.toUnsignedString(value), to);
        }
        if (to == DType.I64) {
            result.putLong(value);
        } else if (value == (int) value) {
            result.putInt((int) value);
        } else {
            throw new DoesNotFit(element, Long.toString(value), to);
        }
    }

    private long next(ByteBuffer elements) {
        return switch (from) {
            case BOOL -> elements.get() == 0 ? 0 : 1;
            case U8 -> Byte.toUnsignedLong(elements.get());
            case I8 -> elements.get();
            case I16 -> elements.getShort();
            case U16 -> Short.toUnsignedLong(elements.getShort());
            case I32 -> elements.getInt();
            case U32 -> Integer.toUnsignedLong(elements.getInt());
            case I64, U64 -> elements.getLong();
            default -> throw new IllegalArgumentException(from + " is no type of integers");
        };
    }
}
