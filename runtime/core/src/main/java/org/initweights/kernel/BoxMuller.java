package org.initweights.kernel;

import java.util.List;
import org.initweights.numeric.BitCast;
import org.initweights.random.Threefry2x32;

/**
 * Pairs of standard normals, one of each block of two words: the radius from 31 bits of the first word, so that the tail reaches
 * 6.5σ, the angle from the second. Box and Muller, <i>A note on the generation of random normal deviates</i>, 1958.
 *
 * <p>The logarithm, sine and cosine are polynomials (those of Cephes), in {@code float} operations of a fixed order, so that the bits
 * are the same on every machine.
 */
final class BoxMuller {

    private static final int N = Threefry2x32.BLOCKS;

    private static final int ONE_BITS = 0x3F800000;
    private static final float HALF_PI_PER_TURN = (float) (Math.PI / 2 * 0x1p-32);

    /** How far from 0 each pair is; times its cosine and its sine it gives two independent normals. */
    final float[] radius = new float[N];

    final float[] cosine = new float[N];
    final float[] sine = new float[N];
    private final float[] angle = new float[N];
    private final float[] exponent = new float[N];
    private final float[] odd = new float[N];
    private final float[] sign = new float[N];
    private final int[] highBits = new int[N];
    private final int[] lowBits = new int[N];
    private final BitCast cast = new BitCast(N);
    private int[] x0 = {};
    private int[] x1 = {};

    /** Their one call site keeps HotSpot from inlining them: in one method it does not vectorise all of their loops. */
    private final List<Runnable> stages;

    BoxMuller(WordFloats numbers) {
        this.stages = List.of(
                () -> numbers.positive(x0, radius, 0x1p-31f),
                () -> cast.toBits(radius, highBits, N),
                () -> FloatLogarithm.unpack(highBits, lowBits),
                () -> cast.toFloats(highBits, radius, N),
                () -> cast.toFloats(lowBits, exponent, N),
                () -> FloatLogarithm.apply(exponent, radius),
                () -> root(radius),
                () -> numbers.signed(x1, angle, HALF_PI_PER_TURN),
                () -> circle(angle, sine, cosine),
                () -> quadrant(x1, highBits, lowBits),
                () -> cast.toFloats(highBits, odd, N),
                () -> cast.toFloats(lowBits, sign, N),
                () -> turn(odd, sign, sine, cosine));
    }

    /** Makes all pairs of these words. */
    void draw(int[] first, int[] second) {
        x0 = first;
        x1 = second;
        stages.forEach(Runnable::run);
    }

    private static void root(float[] logarithm) {
        for (int i = 0; i < N; i++) {
            logarithm[i] = (float) Math.sqrt(-2 * logarithm[i]);
        }
    }

    /** The angle is within its quadrant, from -π/4 to π/4. */
    private static void circle(float[] angle, float[] sine, float[] cosine) {
        for (int i = 0; i < N; i++) {
            float x = angle[i];
            float z = x * x;
            float s = (-1.9515295891E-4f * z + 8.3321608736E-3f) * z - 1.6666654611E-1f;
            float c = (2.443315711809948E-5f * z - 1.388731625493765E-3f) * z + 4.166664568298827E-2f;
            sine[i] = s * z * x + x;
            cosine[i] = c * z * z - 0.5f * z + 1;
        }
    }

    /** What the two highest bits say: whether sine and cosine are exchanged, as 0 or 1, and their sign, as 1 or -1. */
    private static void quadrant(int[] words, int[] odd, int[] sign) {
        for (int i = 0; i < N; i++) {
            odd[i] = ((words[i] << 1) >> 31) & ONE_BITS;
            sign[i] = (words[i] & 0x80000000) | ONE_BITS;
        }
    }

    /** Products with 0 and ±1, since a choice would not vectorise. */
    private static void turn(float[] odd, float[] sign, float[] sine, float[] cosine) {
        for (int i = 0; i < N; i++) {
            float even = 1 - odd[i];
            float s = sine[i];
            float c = cosine[i];
            cosine[i] = sign[i] * (even * c - odd[i] * s);
            sine[i] = sign[i] * (even * s + odd[i] * c);
        }
    }
}
