package org.initweights.internal.draw.seeded;

import java.util.List;
import org.initweights.internal.draw.seeded.NormalPolynomials.Circle;
import org.initweights.internal.numeric.BitCast;
import org.initweights.internal.numeric.Fma;
import org.initweights.internal.random.Threefry2x32;

/**
 * Pairs of normals, one of each block of two words: the radius from 31 bits of the first word, so that the tail reaches
 * 6.5σ, the angle from the second. Box and Muller, <i>A note on the generation of random normal deviates</i>, 1958.
 *
 * <p>The logarithm, sine and cosine are polynomials of least relative error, in {@code float} operations of a fixed order, so that the
 * bits are the same on every machine.
 */
final class BoxMuller {

    private static final int N = Threefry2x32.BLOCKS;

    /** The normals; those of a pair have the same index. */
    final float[] cosine = new float[N];

    final float[] sine = new float[N];

    private final float[] radius = new float[N];
    private final float[] angle = new float[N];
    private final float[] exponent = new float[N];
    private final float[] odd = new float[N];
    private final float[] sign = new float[N];
    private final int[] highBits = new int[N];
    private final int[] lowBits = new int[N];
    private final BitCast cast = new BitCast(N);
    private int[] x0 = {};
    private int[] x1 = {};
    private float std;
    private float mean;

    /** Their one call site keeps HotSpot from inlining them: in one method it does not vectorise all of their loops. */
    private final List<Runnable> stages;

    BoxMuller(WordFloats numbers) {
        this.stages = List.of(
                () -> numbers.positive(x0, radius, 0x1p-31f),
                () -> cast.toBits(radius, highBits, N),
                () -> FloatLogarithm.unpack(highBits, lowBits),
                () -> cast.toFloats(highBits, radius, N),
                () -> numbers.small(lowBits, exponent),
                () -> FloatLogarithm.apply(exponent, radius),
                () -> root(radius, std),
                () -> numbers.signed(x1, angle, Circle.HALF_PI_PER_TURN),
                () -> circle(angle, sine, cosine),
                () -> quadrant(x1, highBits, lowBits),
                () -> numbers.small(highBits, odd),
                () -> numbers.small(lowBits, sign),
                () -> sign(radius, sign),
                () -> turn(odd, radius, sine, cosine, mean));
    }

    /** Makes all pairs of these words. */
    void draw(int[] first, int[] second, float std, float mean) {
        x0 = first;
        x1 = second;
        this.std = std;
        this.mean = mean;
        stages.forEach(Runnable::run);
    }

    private static void root(float[] square, float std) {
        for (int i = 0; i < N; i++) {
            square[i] = (float) Math.sqrt(square[i]) * std;
        }
    }

    /** The angle is within its quadrant, from -π/4 to π/4. */
    private static void circle(float[] angle, float[] sine, float[] cosine) {
        for (int i = 0; i < N; i++) {
            float x = angle[i];
            float z = x * x;
            float s = Circle.SINE_X7;
            s = Fma.of(s, z, Circle.SINE_X5);
            s = Fma.of(s, z, Circle.SINE_X3);
            float c = Circle.COSINE_X6;
            c = Fma.of(c, z, Circle.COSINE_X4);
            c = Fma.of(c, z, Circle.COSINE_X2);
            sine[i] = Fma.of(s * z, x, x);
            cosine[i] = Fma.of(c, z, 1);
        }
    }

    /** What the two highest bits say: whether sine and cosine are exchanged, as 0 or 1, and the sign of both, as 1 or -1. */
    private static void quadrant(int[] words, int[] odd, int[] sign) {
        for (int i = 0; i < N; i++) {
            odd[i] = words[i] << 1 >>> 31;
            sign[i] = (words[i] >> 31) | 1;
        }
    }

    private static void sign(float[] radius, float[] sign) {
        for (int i = 0; i < N; i++) {
            radius[i] *= sign[i];
        }
    }

    /** Products with 0 and 1, since a choice would not vectorise. */
    private static void turn(float[] odd, float[] radius, float[] sine, float[] cosine, float mean) {
        for (int i = 0; i < N; i++) {
            float even = 1 - odd[i];
            float s = sine[i];
            float c = cosine[i];
            cosine[i] = Fma.of(even * c + odd[i] * s, radius[i], mean);
            sine[i] = Fma.of(even * s + odd[i] * c, radius[i], mean);
        }
    }
}
