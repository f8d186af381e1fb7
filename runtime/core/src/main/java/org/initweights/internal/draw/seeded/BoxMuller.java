package org.initweights.internal.draw.seeded;

import java.util.List;
import org.initweights.internal.draw.seeded.NormalPolynomials.Circle;
import org.initweights.internal.numeric.BitCast;
import org.initweights.internal.numeric.Fma;
import org.initweights.internal.random.Threefry2x32;

/**
 * Pairs of normals, one of each block of two words. Box and Muller, <i>A note on the generation of random normal deviates</i>, 1958:
 * √(-2·log u) times the cosine and the sine of a random angle.
 *
 * <p><b>What it consumes.</b> Two words a pair, so one word an element. The first gives the radius by its 31 upper bits, the lowest of
 * them set to 1. The second gives the quadrant by two bits and the angle within it by 30.
 *
 * <p><b>Cost.</b> Two polynomials of degree 3 in z, one of degree 9 for the logarithm, one root; nothing is rejected. 64 million floats on
 * two cores: 828 million a second on JDK 17, 972 on 25 ({@code runtime/docs/speed.md}).
 *
 * <p><b>Limits.</b> The smallest u is 2⁻³¹, so no value is further out than √(62·log 2) = 6.56σ; less than one normal in 10¹⁰ would be.
 * There are 2³⁰ values of u and 2³² angles, before they are rounded to floats. The relative error of a standard value is below 3·10⁻⁷,
 * also of those near 0 ({@code BoxMullerTest}).
 *
 * <p><b>Changes against the original.</b>
 *
 * <ul>
 *   <li>u is odd multiples of 2⁻³¹, never 0, so no case needs an exception.
 *   <li>The angle is taken within a quadrant, from -π/4 to π/4, where two short polynomials do; two bits of the word exchange sine and
 *       cosine and give the sign. So no argument is reduced.
 *   <li>Logarithm, sine and cosine are polynomials of least relative error, in {@code float} operations and fused multiply-adds of a fixed
 *       order, so that the bits are the same on every machine.
 *   <li>Branches are products with 0, 1 and -1, and every operation on all 512 pairs is a loop of its own, which HotSpot vectorises.
 * </ul>
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

    /**
     * Makes all 512 pairs of these words: 512 of {@link #cosine}, and of {@link #sine}.
     *
     * @param first the words of the radii
     * @param second the words of the angles
     * @param std the factor of the normals
     * @param mean what is added to them
     */
    void draw(int[] first, int[] second, float std, float mean) {
        x0 = first;
        x1 = second;
        this.std = std;
        this.mean = mean;
        stages.forEach(Runnable::run);
    }

    /** The radius, scaled: √(-2·log u)·std. */
    private static void root(float[] square, float std) {
        for (int i = 0; i < N; i++) {
            square[i] = (float) Math.sqrt(square[i]) * std;
        }
    }

    /** Sine and cosine of the angle within its quadrant, from -π/4 to π/4: odd and even polynomials of degree 7 and 6. */
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

    /** The radius takes the sign: one product less than sine and cosine would need. */
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
