package org.initweights.internal.random;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Leaps over words of the Mersenne Twister. Its words obey one linear recurrence, whose characteristic polynomial φ has degree 19937. If
 * {@code g = xᴶ mod φ}, the word J places ahead is the sum of the words i places ahead over the terms xⁱ of g.
 *
 * <p><b>Origin.</b> Haramoto, Matsumoto, Nishimura, Panneton and L'Ecuyer, <i>Efficient jump ahead for F2-linear random number
 * generators</i>, 2008. φ is the formula of Matsumoto and Nishimura, 1998, appendix A; only 135 of its coefficients are 1, so that a
 * remainder takes 84,000 operations on 64 bits and no table is needed.
 *
 * <p><b>Cost.</b> A squaring for each bit of J, then 12 million words added; together about as long as making ten million words.
 * {@code TwisterJumpTest} holds it against stepping, word by word.
 */
final class TwisterJump {

    private static final int N = 624;
    private static final int M = 397;
    private static final int MATRIX = 0x9908B0DF;
    private static final int DEGREE = 19937;

    /** Longs for the remainder and for a square. */
    private static final int WIDTH = DEGREE / Long.SIZE + 1;

    /** The exponents of φ below its degree. */
    private static final int[] TERMS = terms();

    private TwisterJump() {}

    /** (t⁶²⁴ + t³⁹⁷)·b³¹ + Σ aᵢ·(t⁶²⁴ + t³⁹⁷)·b³⁰⁻ⁱ + a₃₁, where b = t⁶²³ + t³⁹⁶ and aᵢ are the bits of the matrix. */
    private static int[] terms() {
        boolean[] phi = new boolean[DEGREE + 1];
        for (int power = 0; power < Integer.SIZE; power++) {
            boolean isThere = power == Integer.SIZE - 1 || (MATRIX >>> (Integer.SIZE - 2 - power) & 1) == 1;
            for (int k = 0; isThere && k <= power; k++) {
                // The binomial coefficient is odd if the bits of k are among those of the power.
                if ((k & ~power) == 0) {
                    int exponent = k * (N - 1) + (power - k) * (M - 1);
                    phi[exponent + N] ^= true;
                    phi[exponent + M] ^= true;
                }
            }
        }
        phi[0] ^= (MATRIX >>> (Integer.SIZE - 1)) == 1;
        return IntStream.range(0, DEGREE).filter(i -> phi[i]).toArray();
    }

    /**
     * The 624 words that begin some places behind the first of these.
     *
     * @param state 624 words that follow each other
     * @param distance how far, more than 0
     */
    static int[] ahead(int[] state, long distance) {
        // The recurrence holds for whole words from the second on; so the block before is found, and one step made.
        int[] words = extended(state, DEGREE + N);
        long[] g = power(distance - 1);
        int[] found = new int[N + 1];
        for (int i = 0; i < DEGREE; i++) {
            if ((g[i / Long.SIZE] >>> i & 1) == 1) {
                add(found, words, i);
            }
        }
        found[N] = step(found, 0);
        return Arrays.copyOfRange(found, 1, N + 1);
    }

    private static void add(int[] sum, int[] words, int from) {
        for (int j = 0; j < N; j++) {
            sum[j] ^= words[from + j];
        }
    }

    private static int[] extended(int[] state, int length) {
        int[] words = Arrays.copyOf(state, length);
        for (int i = N; i < length; i++) {
            words[i] = step(words, i - N);
        }
        return words;
    }

    /** The word that follows 624 others. */
    private static int step(int[] words, int first) {
        int y = (words[first] & 0x80000000) | (words[first + 1] & 0x7FFFFFFF);
        return words[first + M] ^ y >>> 1 ^ (-(y & 1) & MATRIX);
    }

    /** x to a power, modulo φ; bit i of long i / 64 is the coefficient of xⁱ. */
    static long[] power(long exponent) {
        long[] result = new long[WIDTH];
        result[0] = 1;
        for (int bit = Long.SIZE - 1 - Long.numberOfLeadingZeros(exponent); bit >= 0; bit--) {
            long[] square = squared(result);
            if ((exponent >>> bit & 1) == 1) {
                multiplyByX(square);
            }
            reduce(square);
            result = Arrays.copyOf(square, WIDTH);
        }
        return result;
    }

    private static long[] squared(long[] polynomial) {
        long[] square = new long[2 * WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            square[2 * i] = spread(polynomial[i] & 0xFFFF_FFFFL);
            square[2 * i + 1] = spread(polynomial[i] >>> Integer.SIZE);
        }
        return square;
    }

    /** The 32 low bits with a zero behind each. */
    private static long spread(long bits) {
        long spread = (bits | bits << 16) & 0x0000_FFFF_0000_FFFFL;
        spread = (spread | spread << 8) & 0x00FF_00FF_00FF_00FFL;
        spread = (spread | spread << 4) & 0x0F0F_0F0F_0F0F_0F0FL;
        spread = (spread | spread << 2) & 0x3333_3333_3333_3333L;
        return (spread | spread << 1) & 0x5555_5555_5555_5555L;
    }

    private static void multiplyByX(long[] polynomial) {
        for (int i = polynomial.length - 1; i > 0; i--) {
            polynomial[i] = (polynomial[i] << 1) | polynomial[i - 1] >>> (Long.SIZE - 1);
        }
        polynomial[0] <<= 1;
    }

    /** The remainder modulo φ. 64 coefficients at a time: the second term of φ is 623 below the first. */
    private static void reduce(long[] polynomial) {
        for (int i = polynomial.length - 1; i >= WIDTH - 1; i--) {
            // Of the lowest of these longs the coefficients below the degree stay.
            long kept = i == WIDTH - 1 ? (1L << DEGREE % Long.SIZE) - 1 : 0;
            long high = polynomial[i] & ~kept;
            polynomial[i] &= kept;
            int shift = i * Long.SIZE - DEGREE;
            for (int term : TERMS) {
                addShifted(polynomial, high, shift + term);
            }
        }
    }

    /** Adds 64 coefficients from that of x to a power on; those below 0 are none. */
    private static void addShifted(long[] polynomial, long coefficients, int power) {
        if (power < 0) {
            polynomial[0] ^= coefficients >>> -power;
            return;
        }
        int within = power % Long.SIZE;
        polynomial[power / Long.SIZE] ^= coefficients << within;
        if (within > 0) {
            polynomial[power / Long.SIZE + 1] ^= coefficients >>> (Long.SIZE - within);
        }
    }
}
