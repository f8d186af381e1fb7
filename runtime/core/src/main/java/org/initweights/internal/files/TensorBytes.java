package org.initweights.internal.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.initweights.io.ElementType;

/**
 * The bytes of a tensor in a file.
 *
 * @param order the byte order of its elements
 * @param source gives any of them
 */
public record TensorBytes(ElementType type, ByteOrder order, PartReader.Source source) {

    /**
     * Appends {@linkplain TensorContent#units() units} to a target, in its byte order.
     *
     * @param from the first unit
     */
    public void read(long from, int count, ByteBuffer target) throws IOException {
        int unit = TensorContent.unitBytes(type);
        int begin = target.position();
        int end = begin + count * unit;
        int limit = target.limit();
        source.read(from * unit, target.limit(end));
        target.limit(limit).position(end);
        if (!order.equals(target.order())) {
            turn(target, begin, end);
        }
    }

    /** Brings numbers to the other byte order; a complex one has two. */
    private void turn(ByteBuffer bytes, int begin, int end) {
        int number = type == ElementType.C64 ? Float.BYTES : TensorContent.unitBytes(type);
        for (int at = begin; at < end; at += number) {
            switch (number) {
                case Short.BYTES -> bytes.putShort(at, Short.reverseBytes(bytes.getShort(at)));
                case Integer.BYTES -> bytes.putInt(at, Integer.reverseBytes(bytes.getInt(at)));
                case Long.BYTES -> bytes.putLong(at, Long.reverseBytes(bytes.getLong(at)));
                default -> {
                    return; // Single bytes have no order.
                }
            }
        }
    }
}
