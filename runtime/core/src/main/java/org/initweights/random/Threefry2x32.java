package org.initweights.random;

/**
 * Threefry2x32 with 20 rounds: a keyed bijection of 64-bit counters, and so a counter-based generator. Salmon, Moraes, Dror
 * and Shaw, <i>Parallel random numbers: as easy as 1, 2, 3</i>, SC 2011. It passes BigCrush with 13 rounds; 20 is the authors'
 * margin.
 */
public final class Threefry2x32 {

    /** How many blocks {@link #generate} makes. */
    public static final int BLOCKS = 512;

    private static final int PARITY = 0x1BD11BDA;

    /** Counters come from here: arithmetic on a loop's variable would keep HotSpot from vectorising the loop. */
    private static final int[] IOTA = new int[BLOCKS];

    static {
        for (int i = 0; i < BLOCKS; i++) {
            IOTA[i] = i;
        }
    }

    private Threefry2x32() {}

    /** One block: the two words of {@code counter}, its high word first, as the high and the low half of the result. */
    public static long block(int k0, int k1, long counter) {
        int[] x0 = {(int) (counter >>> 32) + k0};
        int[] x1 = {(int) counter + k1};
        encipher(k0, k1, x0, x1, 1);
        return (long) x0[0] << 32 | (x1[0] & 0xFFFFFFFFL);
    }

    /** The words of {@link #BLOCKS} blocks. */
    public static void generate(int k0, int k1, long first, int[] x0, int[] x1) {
        generate(k0, k1, first, x0, x1, BLOCKS);
    }

    /**
     * The words of consecutive blocks.
     *
     * @param first the counter of the first block; a multiple of {@link #BLOCKS}
     * @param x0 takes the first word of each block
     * @param x1 takes the second word of each block
     * @param blocks how many, at most {@link #BLOCKS}
     */
    public static void generate(int k0, int k1, long first, int[] x0, int[] x1, int blocks) {
        count((int) (first >>> 32) + k0, (int) first + k1, x0, x1, blocks);
        encipher(k0, k1, x0, x1, blocks);
    }

    private static void count(int high, int low, int[] x0, int[] x1, int blocks) {
        for (int i = 0; i < blocks; i++) {
            x0[i] = high;
            x1[i] = IOTA[i] + low;
        }
    }

    private static void encipher(int k0, int k1, int[] x0, int[] x1, int n) {
        int k2 = k0 ^ k1 ^ PARITY;
        fourRoundsA(x0, x1, n, k1, k2 + 1);
        fourRoundsB(x0, x1, n, k2, k0 + 2);
        fourRoundsA(x0, x1, n, k0, k1 + 3);
        fourRoundsB(x0, x1, n, k1, k2 + 4);
        fourRoundsA(x0, x1, n, k2, k0 + 5);
    }

    // Four rounds and a key are as long a loop as HotSpot unrolls and vectorises.

    private static void fourRoundsA(int[] x0, int[] x1, int n, int key0, int key1) {
        for (int i = 0; i < n; i++) {
            int a = x0[i];
            int b = x1[i];
            a += b;
            b = (b << 13 | b >>> 19) ^ a;
            a += b;
            b = (b << 15 | b >>> 17) ^ a;
            a += b;
            b = (b << 26 | b >>> 6) ^ a;
            a += b;
            b = (b << 6 | b >>> 26) ^ a;
            x0[i] = a + key0;
            x1[i] = b + key1;
        }
    }

    private static void fourRoundsB(int[] x0, int[] x1, int n, int key0, int key1) {
        for (int i = 0; i < n; i++) {
            int a = x0[i];
            int b = x1[i];
            a += b;
            b = (b << 17 | b >>> 15) ^ a;
            a += b;
            b = (b << 29 | b >>> 3) ^ a;
            a += b;
            b = (b << 16 | b >>> 16) ^ a;
            a += b;
            b = (b << 24 | b >>> 8) ^ a;
            x0[i] = a + key0;
            x1[i] = b + key1;
        }
    }
}
