package org.initweights.internal.files.load;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Puts halves close together that lie in the lower 16 bits of elements of 32: two elements in a {@code long} become two in an {@code int}.
 *
 * <p>One thread uses it.
 */
final class HalfPacking {

    private final ByteBuffer memory =
            ByteBuffer.allocate(FloatStep.PIECE * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);

    private final long[] pairs = new long[FloatStep.PIECE / 2];
    private final int[] packed = new int[FloatStep.PIECE / 2];

    /**
     * Appends elements to {@code target}.
     *
     * @param target little-endian, with room for a whole piece
     */
    void write(int[] halves, int count, ByteBuffer target) {
        int longs = (count + 1) / 2;
        memory.asIntBuffer().put(halves, 0, count);
        memory.asLongBuffer().get(pairs, 0, longs);
        for (int i = 0; i < longs; i++) {
            pairs[i] = (pairs[i] & 0xFFFFL) | ((pairs[i] >>> 16) & 0xFFFF_0000L);
        }
        for (int i = 0; i < longs; i++) {
            packed[i] = (int) pairs[i];
        }
        target.asIntBuffer().put(packed, 0, longs);
        target.position(target.position() + count * Short.BYTES);
    }
}
