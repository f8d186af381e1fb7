package org.initweights.internal.random;

import java.util.Arrays;

/**
 * MT19937, seeded as by Knuth's recurrence. Matsumoto and Nishimura, <i>Mersenne Twister: a 623-dimensionally equidistributed
 * uniform pseudorandom number generator</i>, 1998; {@code init_genrand} of their reference implementation of 2002.
 *
 * <p>Words are made 624 at a time by loops that HotSpot vectorises: each goes over arrays by one index, and what lies elsewhere in
 * the state is copied next to it first.
 */
public final class MersenneTwister {

    private static final int N = 624;
    private static final int M = 397;

    /** How many new words depend on old ones alone; so many more depend on these, and the rest on those. */
    private static final int FIRST = N - M;

    private static final int LAST = N - 1 - 2 * FIRST;
    private static final int MATRIX = 0x9908B0DF;
    private static final int UPPER = 0x80000000;
    private static final int LOWER = 0x7FFFFFFF;

    private final int[] state = new int[N];
    private final int[] mixed = new int[N];
    private final int[] far = new int[N];
    private final int[] words = new int[N];
    private int next = N;

    /** The generator of {@code init_genrand(seed)}. */
    public MersenneTwister(int seed) {
        state[0] = seed;
        for (int i = 1; i < N; i++) {
            state[i] = 1_812_433_253 * (state[i - 1] ^ state[i - 1] >>> 30) + i;
        }
    }

    /** All that the words to come depend on. */
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

    private void refill() {
        twist();
        System.arraycopy(state, 0, words, 0, N);
        temper(words);
        next = 0;
    }

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

    /** All but the last of the words of {@code following} become the product of the matrix with the words that begin there. */
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
