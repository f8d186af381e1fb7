package org.initweights.internal.random;

/**
 * Threefry2x32 with 20 rounds: a keyed bijection of 64-bit counters, and so a counter-based generator. Salmon, Moraes, Dror and Shaw,
 * <i>Parallel random numbers: as easy as 1, 2, 3</i>, SC 2011. It passes BigCrush with 13 rounds; 20 is the authors' margin, and what JAX
 * takes.
 *
 * <p><b>What it consumes.</b> A key of two words, and one counter a block. A block is two words of 32 bits.
 *
 * <p><b>Cost.</b> A round is an addition, a rotation and an exclusive or; a block is 20 of them and five additions of the key to both
 * words. In stages that is 0.5 ns a block's word on one core with AVX-512 at 2.6 GHz ({@code runtime/docs/speed.md}). A stream has no
 * state.
 *
 * <p><b>Limits.</b> 2⁶⁴ blocks a key. Since a block is a bijection of its counter, the 64-bit blocks of one key never repeat, where truly
 * random ones would after about 2³² of them.
 *
 * <p><b>Changes against the original</b> (Random123's {@code threefry.h}, where the counter has its first word first):
 *
 * <ul>
 *   <li>The counter is one {@code long}, its high word first, as JAX takes it.
 *   <li>{@link #generate} makes 512 blocks, four rounds of all of them before the next four, in loops that HotSpot vectorises; the first
 *       loop does nothing but write the counters. {@link #block} is one block by the book, and makes the same words.
 *   <li>The high word is one number for all counters of a call, as none of them carries into it.
 * </ul>
 *
 * <p>{@code Threefry2x32Test} holds Random123's known answers, and that both ways agree.
 */
public final class Threefry2x32 {

    /** How many blocks {@link #generate} makes. */
    public static final int BLOCKS = 512;

    /** The parity constant of the key schedule, {@code SKEIN_KS_PARITY32} of Random123. */
    private static final int PARITY = 0x1BD11BDA;

    /** Counters come from here: arithmetic on a loop's variable would keep HotSpot from vectorising the loop. */
    private static final int[] IOTA = new int[BLOCKS];

    static {
        for (int i = 0; i < BLOCKS; i++) {
            IOTA[i] = i;
        }
    }

    /**
     * The six loops of 512 blocks. An array, and not a list: HotSpot takes a list's elements for constants and inlines them, and a stage
     * that is inlined into its caller may lose half its speed.
     */
    private static final Stage[] STAGES = {
        Threefry2x32::count,
        Threefry2x32::fourRoundsA,
        Threefry2x32::fourRoundsB,
        Threefry2x32::fourRoundsA,
        Threefry2x32::fourRoundsB,
        Threefry2x32::fourRoundsA,
    };

    /** One loop over all blocks. */
    private interface Stage {
        void apply(int[] x0, int[] x1, int key0, int key1);
    }

    private Threefry2x32() {}

    /** The third word of the key schedule. */
    public static int thirdKey(int k0, int k1) {
        return k0 ^ k1 ^ PARITY;
    }

    /** One block: the two words of {@code counter}, its high word first, as the high and the low half of the result. */
    public static long block(int k0, int k1, long counter) {
        int k2 = thirdKey(k0, k1);
        long words = pack((int) (counter >>> 32) + k0, (int) counter + k1);
        words = addKey(rounds(words, 13, 15, 26, 6), k1, k2 + 1);
        words = addKey(rounds(words, 17, 29, 16, 24), k2, k0 + 2);
        words = addKey(rounds(words, 13, 15, 26, 6), k0, k1 + 3);
        words = addKey(rounds(words, 17, 29, 16, 24), k1, k2 + 4);
        return addKey(rounds(words, 13, 15, 26, 6), k2, k0 + 5);
    }

    /** Four rounds with these rotations. */
    private static long rounds(long words, int r0, int r1, int r2, int r3) {
        return round(round(round(round(words, r0), r1), r2), r3);
    }

    private static long round(long words, int rotation) {
        int b = (int) words;
        int a = (int) (words >>> 32) + b;
        return pack(a, Integer.rotateLeft(b, rotation) ^ a);
    }

    private static long addKey(long words, int key0, int key1) {
        return pack((int) (words >>> 32) + key0, (int) words + key1);
    }

    private static long pack(int high, int low) {
        return (long) high << 32 | (low & 0xFFFFFFFFL);
    }

    /**
     * The words of {@link #BLOCKS} blocks. Its loops have no other length: HotSpot does not vectorise those that it has often seen to be
     * short.
     *
     * @param first the counter of the first block; a multiple of {@link #BLOCKS}
     * @param x0 takes the first word of each block
     * @param x1 takes the second word of each block
     */
    public static void generate(int k0, int k1, long first, int[] x0, int[] x1) {
        int k2 = thirdKey(k0, k1);
        stage(0, x0, x1, (int) (first >>> 32) + k0, (int) first + k1);
        stage(1, x0, x1, k1, k2 + 1);
        stage(2, x0, x1, k2, k0 + 2);
        stage(3, x0, x1, k0, k1 + 3);
        stage(4, x0, x1, k1, k2 + 4);
        stage(5, x0, x1, k2, k0 + 5);
    }

    private static void stage(int number, int[] x0, int[] x1, int key0, int key1) {
        STAGES[number].apply(x0, x1, key0, key1);
    }

    /** The counters, with the first two words of the key added. */
    private static void count(int[] x0, int[] x1, int high, int low) {
        for (int i = 0; i < BLOCKS; i++) {
            x0[i] = high;
            x1[i] = IOTA[i] + low;
        }
    }

    // Four rounds and a key are as long a loop as HotSpot unrolls and vectorises.

    private static void fourRoundsA(int[] x0, int[] x1, int key0, int key1) {
        for (int i = 0; i < BLOCKS; i++) {
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

    private static void fourRoundsB(int[] x0, int[] x1, int key0, int key1) {
        for (int i = 0; i < BLOCKS; i++) {
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
