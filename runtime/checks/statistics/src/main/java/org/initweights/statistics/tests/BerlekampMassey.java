package org.initweights.statistics.tests;

/** Berlekamp and Massey's algorithm over bits, 64 at a time. J. L. Massey, IEEE Trans. Inf. Theory 15(1), 1969. */
final class BerlekampMassey {

    /** Bit j is the j-th last bit of the sequence. */
    private final long[] sequence;

    private long[] connection;
    private long[] before;
    private long[] spare;
    private int length;
    private int complexity;
    private int sinceChange = 1;

    BerlekampMassey(int capacity) {
        int longs = capacity / Long.SIZE + 2;
        sequence = new long[longs];
        connection = new long[longs];
        before = new long[longs];
        spare = new long[longs];
        connection[0] = 1;
        before[0] = 1;
    }

    /** How long the shortest register is that makes all bits so far. */
    int complexity() {
        return complexity;
    }

    /** One more bit. */
    void add(int bit) {
        shiftIn(bit);
        if (predicts()) {
            sinceChange++;
        } else if (2 * complexity <= length) {
            System.arraycopy(connection, 0, spare, 0, spare.length);
            correct();
            long[] old = before;
            before = spare;
            spare = old;
            complexity = length + 1 - complexity;
            sinceChange = 1;
        } else {
            correct();
            sinceChange++;
        }
        length++;
    }

    private void shiftIn(int bit) {
        for (int i = length / Long.SIZE + 1; i > 0; i--) {
            sequence[i] = sequence[i] << 1 | sequence[i - 1] >>> (Long.SIZE - 1);
        }
        sequence[0] = sequence[0] << 1 | bit;
    }

    private boolean predicts() {
        long sum = 0;
        for (int i = 0; i <= complexity / Long.SIZE; i++) {
            sum ^= sequence[i] & connection[i];
        }
        return (Long.bitCount(sum) & 1) == 0;
    }

    /** Adds the former polynomial, as much later as it failed earlier. */
    private void correct() {
        int longs = sinceChange / Long.SIZE;
        int bits = sinceChange % Long.SIZE;
        for (int i = length / Long.SIZE + 1; i >= longs; i--) {
            long low = i > longs && bits > 0 ? before[i - longs - 1] >>> (Long.SIZE - bits) : 0;
            connection[i] ^= before[i - longs] << bits | low;
        }
    }
}
