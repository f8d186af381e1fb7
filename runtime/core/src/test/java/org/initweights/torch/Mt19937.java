package org.initweights.torch;

/** PyTorch's CPU generator, as far as uniform numbers go: the Mersenne Twister, seeded with the low 32 bits of the seed. */
final class Mt19937 {

    private static final int N = 624;
    private static final int M = 397;

    private final int[] state = new int[N];
    private int next = N;

    Mt19937(long seed) {
        state[0] = (int) seed;
        for (int i = 1; i < N; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
    }

    int next32() {
        if (next == N) {
            twist();
        }
        int y = state[next++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >>> 18);
    }

    private void twist() {
        for (int i = 0; i < N; i++) {
            int y = (state[i] & 0x80000000) | (state[(i + 1) % N] & 0x7fffffff);
            state[i] = state[(i + M) % N] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
        }
        next = 0;
    }

    /** Uniform on [0, 1), of 24 bits. */
    float nextFloat() {
        return (next32() & 0xFFFFFF) * 0x1p-24f;
    }

    /** Uniform on [0, 1), of 53 bits. */
    double nextDouble() {
        long high = Integer.toUnsignedLong(next32());
        long low = Integer.toUnsignedLong(next32());
        return ((high << 32 | low) & ((1L << 53) - 1)) * 0x1p-53;
    }
}
