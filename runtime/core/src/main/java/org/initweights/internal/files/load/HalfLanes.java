package org.initweights.internal.files.load;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Elements of 16 bits, four in a {@code long}, and what they become as elements of 32 bits, two in a {@code long}. JDK 17 vectorises loops
 * whose numbers all have one size, and none from {@code short} to {@code int}.
 *
 * <p>One thread uses it.
 */
final class HalfLanes {

    private static final int LANES = Long.BYTES / Short.BYTES;

    private final ByteBuffer memory =
            ByteBuffer.allocate(FloatStep.PIECE * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);

    private final long[] halves = new long[FloatStep.PIECE / LANES];
    private final long[] even = new long[halves.length];
    private final long[] odd = new long[halves.length];
    private final long[] together = new long[2 * halves.length];

    /** Makes two elements of 32 bits out of the lower two of 16 in each {@code long}. */
    @FunctionalInterface
    interface Widening {

        void of(long[] halves, long[] pairs, int count);
    }

    /**
     * Takes elements, and gives the position of {@code source} behind them.
     *
     * @return them, from the lowest bits on; behind the last may be anything
     */
    long[] read(ByteBuffer source, int count) {
        if (source.order() == memory.order()) {
            memory.put(0, source, source.position(), count * Short.BYTES);
        } else {
            memory.asShortBuffer().put(source.asShortBuffer().limit(count));
        }
        memory.asLongBuffer().get(halves, 0, longs(count));
        source.position(source.position() + count * Short.BYTES);
        return halves;
    }

    /** How many {@code long}s have this many elements. */
    static int longs(int count) {
        return (count + LANES - 1) / LANES;
    }

    /**
     * Makes elements of 32 bits out of all that were read.
     *
     * @param target little-endian, with room for a whole piece
     */
    void widen(int count, Widening widening, ByteBuffer target) {
        int longs = longs(count);
        widening.of(halves, even, longs);
        for (int i = 0; i < longs; i++) {
            halves[i] >>>= Integer.SIZE;
        }
        widening.of(halves, odd, longs);
        for (int i = 0; i < longs; i++) {
            together[2 * i] = even[i];
            together[2 * i + 1] = odd[i];
        }
        target.asLongBuffer().put(together, 0, 2 * longs);
    }
}
