package org.initweights.internal.random;

import java.util.Arrays;

/**
 * MT19937: a linear recurrence of 624 words over the field of two elements, with period 2¹⁹⁹³⁷ - 1. Matsumoto and Nishimura, <i>Mersenne
 * Twister: a 623-dimensionally equidistributed uniform pseudorandom number generator</i>, 1998.
 *
 * <p><b>Origin.</b> {@code init_genrand} and {@code genrand_int32} of the authors' reference implementation of 2002, which PyTorch's CPU
 * generator follows.
 *
 * <p><b>What it consumes.</b> A seed of 32 bits. {@link #next()} takes one word, {@link #nextLong} two, the high one first.
 *
 * <p><b>Cost.</b> Seeding is 624 steps; each needs the one before. After that 624 words are made at a time. Four arrays of 624
 * words, 10 kB, hold the state, the tempered words and what the loops need.
 *
 * <p><b>Limits.</b> It is serial: the word at a distance costs all the words before it. It belongs to one thread at a time. It is linear, and
 * so it fails the longest tests of linear complexity, those of TestU01's Crush; it passes the shorter ones of
 * {@code runtime/docs/statistics.md}. It is here because PyTorch has it.
 *
 * <p><b>Changes against the original.</b>
 *
 * <ul>
 *   <li>The recurrence goes through the state in three loops and one last word, so that HotSpot vectorises it: each loop goes over arrays
 *       by one index, and what lies elsewhere in the state is copied next to it first.
 *   <li>The product with the matrix is a mask, {@code -(y & 1) & MATRIX}, not a look-up in a table of two.
 *   <li>Words are tempered 624 at a time when they are made, not one by one when they are asked for. The words are the same.
 *   <li>{@code init_by_array} and the functions for real numbers are not here.
 * </ul>
 *
 * <p>{@code MersenneTwisterTest} holds the known words of the reference's default seed, and that portions do not matter.
 */
public final class MersenneTwister {

    private static final int N = 624;
    private static final int M = 397;

    /** The first 227 new words depend on old words alone. The next 227 depend on these, and the last 170 on those. */
    private static final int FIRST = N - M;

    private static final int LAST = N - 1 - 2 * FIRST;
    private static final int MATRIX = 0x9908B0DF;
    private static final int UPPER = 0x80000000;
    private static final int LOWER = 0x7FFFFFFF;

    /** From how many blocks of 624 words on a leap is quicker than as many steps. */
    private static final long LEAP = 1 << 14;

    private final int[] state = new int[N];
    private final int[] mixed = new int[N];
    private final int[] far = new int[N];
    private final int[] words = new int[N];
    private int next = N;

    /**
     * The generator of {@code init_genrand(seed)}: word i of the state is 1812433253 · (w ^ w {@literal >>>} 30) + i, w the word before
     * it.
     */
    public MersenneTwister(int seed) {
        state[0] = seed;
        for (int i = 1; i < N; i++) {
            state[i] = 1_812_433_253 * (state[i - 1] ^ state[i - 1] >>> 30) + i;
        }
    }

    /** All that the words to come depend on: the 624 words of the state, then how many of them were already given. */
    public int[] state() {
        int[] all = Arrays.copyOf(state, N + 1);
        all[N] = next;
        return all;
    }

    /**
     * Goes on from the state of another generator.
     *
     * @throws IllegalArgumentException if it is no {@link #state()}
     */
    public void resume(int[] all) {
        if (all.length != N + 1 || all[N] < 0 || all[N] > N) {
            throw new IllegalArgumentException("this is no state of a Mersenne Twister");
        }
        System.arraycopy(all, 0, state, 0, N);
        System.arraycopy(all, 0, words, 0, N);
        temper(words);
        next = all[N];
    }

    /** The next 32 bits. */
    public int next() {
        if (next == N) {
            refill();
        }
        return words[next++];
    }

    /** The next 64 bits, the high word first. */
    public long nextLong() {
        long high = next();
        return high << Integer.SIZE | Integer.toUnsignedLong(next());
    }

    /** Puts the next {@code count} words to the beginning of {@code target}. */
    public void next(int[] target, int count) {
        for (int done = 0; done < count; ) {
            if (next == N) {
                refill();
            }
            int part = Math.min(count - done, N - next);
            System.arraycopy(words, next, target, done, part);
            next += part;
            done += part;
        }
    }

    /** Leaves out the next {@code count} words: by steps of 624, or if they are many, in one leap ({@link TwisterJump}). */
    public void skip(long count) {
        long end = next + count;
        if (end <= N) {
            next = (int) end;
            return;
        }
        long blocks = (end - 1) / N;
        if (blocks > LEAP) {
            System.arraycopy(TwisterJump.ahead(state, blocks * N), 0, state, 0, N);
        } else {
            for (long block = 0; block < blocks; block++) {
                twist();
            }
        }
        System.arraycopy(state, 0, words, 0, N);
        temper(words);
        next = (int) (end - blocks * N);
    }

    private void refill() {
        twist();
        System.arraycopy(state, 0, words, 0, N);
        temper(words);
        next = 0;
    }

    /**
     * Replaces the state by the next 624 words: s[i] becomes s[i + 397] ^ A·y, indices modulo 624, where y is the highest bit of s[i] with
     * the other bits of s[i + 1].
     */
    private void twist() {
        System.arraycopy(state, 1, mixed, 0, N - 1);
        mix(state, mixed);

        System.arraycopy(state, M, far, 0, FIRST);
        combine(far, mixed, FIRST);
        System.arraycopy(far, 0, state, 0, FIRST);

        System.arraycopy(mixed, FIRST, mixed, 0, N - 1 - FIRST);
        combine(far, mixed, FIRST);
        System.arraycopy(far, 0, state, FIRST, FIRST);

        System.arraycopy(mixed, FIRST, mixed, 0, LAST);
        combine(far, mixed, LAST);
        System.arraycopy(far, 0, state, 2 * FIRST, LAST);

        int y = (state[N - 1] & UPPER) | (state[0] & LOWER);
        state[N - 1] = state[M - 1] ^ (y >>> 1) ^ (-(y & 1) & MATRIX);
    }

    /** Replaces each y, whose lower bits are in {@code following}, by A·y: half of y, and {@link #MATRIX} added where y was odd. */
    private static void mix(int[] state, int[] following) {
        for (int i = 0; i < N - 1; i++) {
            int low = following[i];
            following[i] = (((state[i] & UPPER) | (low & LOWER)) >>> 1) ^ (-(low & 1) & MATRIX);
        }
    }

    private static void combine(int[] words, int[] mixed, int n) {
        for (int i = 0; i < n; i++) {
            words[i] ^= mixed[i];
        }
    }

    /** The reference's tempering: a bijection of each word, which spreads its bits. */
    private static void temper(int[] words) {
        for (int i = 0; i < N; i++) {
            int y = words[i];
            y ^= y >>> 11;
            y ^= y << 7 & 0x9D2C5680;
            y ^= y << 15 & 0xEFC60000;
            words[i] = y ^ y >>> 18;
        }
    }
}
