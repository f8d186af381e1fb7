package org.initweights.internal.numeric;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.LongBuffer;

/**
 * The bits of doubles, many at a time, by way of a buffer of eight bytes a number; cost and limits are those of {@link BitCast}, which
 * does it for floats.
 */
public final class LongCast {

    private final LongBuffer longs;
    private final DoubleBuffer doubles;

    /** A cast of at most {@code capacity} numbers at a time. */
    public LongCast(int capacity) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(capacity * Double.BYTES).order(ByteOrder.nativeOrder());
        this.longs = bytes.asLongBuffer();
        this.doubles = bytes.asDoubleBuffer();
    }

    /** The bits of the first {@code count} doubles. */
    public void toBits(double[] from, long[] to, int count) {
        doubles.put(0, from, 0, count);
        longs.get(0, to, 0, count);
    }

    /** The doubles of the first {@code count} bit patterns. */
    public void toDoubles(long[] from, double[] to, int count) {
        longs.put(0, from, 0, count);
        doubles.get(0, to, 0, count);
    }
}
