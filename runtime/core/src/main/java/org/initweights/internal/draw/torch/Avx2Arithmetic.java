package org.initweights.internal.draw.torch;

import java.util.List;
import org.initweights.internal.numeric.BitCast;
import org.initweights.internal.numeric.Fma;

/**
 * PyTorch's AVX2 build (its AVX-512 build gives the same bits): the compiler fuses products and sums, and the normals of floats come from
 * {@code normal_fill_AVX2}.
 *
 * <p><b>Origin.</b> PyTorch 2.13: {@code normal_fill_16_AVX2} in aten/src/ATen/native/cpu/DistributionTemplates.h, with {@code log256_ps}
 * and {@code sincos256_ps} of avx_mathfun.h, which are the single-precision functions of Cephes ({@code logf.c}, {@code sinf.c}) as
 * vectorised by Pommier. The order of the operations is theirs, with the compiler's fusing, to the bit.
 *
 * <p><b>What it consumes.</b> Blocks of 16 uniforms of 24 bits: the first eight give the radii, the last eight the angles. A block becomes
 * eight cosines and then the eight sines of the same pairs.
 *
 * <p><b>Cost.</b> {@code normal_} of 4 million floats on one thread, with the drawing: 540 million a second on JDK 17, 625 on 25, 1.2 and
 * 1.4 times as fast as PyTorch ({@code runtime/docs/parity.md}).
 *
 * <p><b>Limits.</b> The radius is made of 1 - u, not less than 2⁻²⁴, so no normal is further out than √(48·log 2) = 5.77σ. The angle's
 * reduction is right up to 2π, which is all that comes here.
 *
 * <p><b>Changes against the original.</b>
 *
 * <ul>
 *   <li>Cephes splits numbers at 0.707 by a comparison and adds m to itself; here the bits of √½ are subtracted, which gives the same m
 *       and exponent.
 *   <li>Cephes finds the octant by {@code (j + 1) & ~1} of an integer. Here a float is rounded to the nearest quadrant in two ways, by
 *       1.5·2²³ and by that plus 1, and the larger of the two results is taken, which decides ties as the integers do.
 *   <li>Exchanges and signs are products with 0, 1 and -1, polynomials of the quadrant, where the original has masks: HotSpot does not
 *       vectorise choices.
 *   <li>Guards against zero and NaN in the logarithm are left out: its argument is in [2⁻²⁴, 1].
 *   <li>A loop goes over 520 pairs, whatever is wanted: HotSpot does not vectorise loops that it has often seen to be short.
 * </ul>
 *
 * <p>{@code TorchParityTest} holds 276 cases of goldens; {@code runtime/checks/libtorch} compares random cases with a libtorch in the same JVM.
 */
final class Avx2Arithmetic implements Arithmetic {

    private static final int HALF_BLOCK = TorchTiles.BLOCK / 2;
    private static final int PAIRS = TorchTiles.CAPACITY / 2;

    /** The bits of √½; subtracting them moves the exponent of numbers in [√½, √2) to 0. */
    private static final int SQRT_HALF_BITS = 0x3F3504F3;

    /** Adding this to a small float rounds it to an integer, to nearest even, and leaves that in the low bits. */
    private static final float ROUNDING = 12582912f;

    private static final int ROUNDING_BITS = 0x4B400000;

    private final float[] radius = new float[PAIRS];
    private final float[] exponent = new float[PAIRS];
    private final float[] angle = new float[PAIRS];
    private final float[] quadrant = new float[PAIRS];
    private final float[] sine = new float[PAIRS];
    private final float[] cosine = new float[PAIRS];
    private final float[] exchanged = new float[PAIRS];
    private final float[] sineSign = new float[PAIRS];
    private final float[] cosineSign = new float[PAIRS];
    private final int[] bits = new int[PAIRS];
    private final int[] exponentBits = new int[PAIRS];
    private final BitCast cast = new BitCast(PAIRS);

    /**
     * All between the uniforms and the scaling. Their one call site keeps HotSpot from inlining them: in one method it does not vectorise
     * all of their loops.
     */
    private final List<Runnable> stages = List.of(
            () -> complement(radius),
            () -> cast.toBits(radius, bits, PAIRS),
            () -> unpack(bits, exponentBits),
            () -> cast.toFloats(bits, radius, PAIRS),
            () -> cast.toFloats(exponentBits, exponent, PAIRS),
            () -> logarithm(radius, exponent),
            () -> root(radius),
            () -> quadrants(angle, quadrant),
            () -> reduce(angle, quadrant),
            () -> circle(angle, sine, cosine),
            () -> exchanges(quadrant, exchanged),
            () -> signs(quadrant, exchanged, sineSign, cosineSign),
            () -> turn(exchanged, sineSign, cosineSign, sine, cosine));

    @Override
    public void stretch(float[] u, float lower, float width) {
        for (int i = 0; i < TorchTiles.LENGTH; i++) {
            u[i] = Fma.of(u[i], width, lower);
        }
    }

    @Override
    public void stretch(double[] u, double lower, double width) {
        for (int i = 0; i < TorchTiles.LENGTH; i++) {
            u[i] = Math.fma(u[i], width, lower);
        }
    }

    @Override
    public double scale(double unit, double mean, double std) {
        return Math.fma(unit, std, mean);
    }

    @Override
    public void boxMuller(float[] u, int count, float mean, float std) {
        for (int block = 0; block < count / TorchTiles.BLOCK; block++) {
            System.arraycopy(u, block * TorchTiles.BLOCK, radius, block * HALF_BLOCK, HALF_BLOCK);
            System.arraycopy(u, block * TorchTiles.BLOCK + HALF_BLOCK, angle, block * HALF_BLOCK, HALF_BLOCK);
        }
        stages.forEach(Runnable::run);
        scale(radius, cosine, std, mean);
        scale(radius, sine, std, mean);
        for (int block = 0; block < count / TorchTiles.BLOCK; block++) {
            System.arraycopy(cosine, block * HALF_BLOCK, u, block * TorchTiles.BLOCK, HALF_BLOCK);
            System.arraycopy(sine, block * HALF_BLOCK, u, block * TorchTiles.BLOCK + HALF_BLOCK, HALF_BLOCK);
        }
    }

    /** From [0, 1) to (0, 1], so that there is a logarithm. */
    private static void complement(float[] u) {
        for (int i = 0; i < PAIRS; i++) {
            u[i] = 1 - u[i];
        }
    }

    /** Numbers as {@code m · 2^exponent} with m in [√½, √2); {@link #ROUNDING} is added to the exponent. */
    private static void unpack(int[] bits, int[] exponent) {
        for (int i = 0; i < PAIRS; i++) {
            int shifted = bits[i] - SQRT_HALF_BITS;
            exponent[i] = (shifted >> 23) + ROUNDING_BITS;
            bits[i] = (shifted & 0x007FFFFF) + SQRT_HALF_BITS;
        }
    }

    /** The logarithm of m · 2^exponent. */
    private static void logarithm(float[] m, float[] exponent) {
        for (int i = 0; i < PAIRS; i++) {
            float e = exponent[i] - ROUNDING;
            float t = m[i] - 1;
            float z = t * t;
            float y = Fma.of(7.0376836292E-2f, t, -1.1514610310E-1f);
            y = Fma.of(y, t, 1.1676998740E-1f);
            y = Fma.of(y, t, -1.2420140846E-1f);
            y = Fma.of(y, t, 1.4249322787E-1f);
            y = Fma.of(y, t, -1.6668057665E-1f);
            y = Fma.of(y, t, 2.0000714765E-1f);
            y = Fma.of(y, t, -2.4999993993E-1f);
            y = Fma.of(y, t, 3.3333331174E-1f);
            y = Fma.of(y * t, z, e * -2.12194440e-4f);
            y = Fma.of(-z, 0.5f, y);
            m[i] = Fma.of(e, 0.693359375f, t + y);
        }
    }

    /** The radius, √(-2·log u). */
    private static void root(float[] logarithm) {
        for (int i = 0; i < PAIRS; i++) {
            logarithm[i] = (float) Math.sqrt(-2 * logarithm[i]);
        }
    }

    /**
     * The angle of each u, and the quadrant 0 to 4 whose beginning is nearest to it; of two, the later. Both ways of rounding differ
     * where two are as near, and the larger result is right.
     */
    private static void quadrants(float[] u, float[] quadrant) {
        for (int i = 0; i < PAIRS; i++) {
            float turns = 4 * u[i];
            float even = turns + ROUNDING - ROUNDING;
            float odd = turns + (ROUNDING + 1) - (ROUNDING + 1);
            quadrant[i] = 0.5f * (even + odd + Math.abs(even - odd));
            u[i] = 6.2831855f * u[i];
        }
    }

    /** What is left of the angle, from -π/4 to π/4: π/4 has three parts, so that products with the octant are exact. */
    private static void reduce(float[] angle, float[] quadrant) {
        for (int i = 0; i < PAIRS; i++) {
            float octant = 2 * quadrant[i];
            float x = Fma.of(octant, -0.78515625f, angle[i]);
            x = Fma.of(octant, -2.4187564849853515625e-4f, x);
            angle[i] = Fma.of(octant, -3.77489497744594108e-8f, x);
        }
    }

    /** Sine and cosine of what is left of the angle, by the polynomials of Cephes. */
    private static void circle(float[] angle, float[] sine, float[] cosine) {
        for (int i = 0; i < PAIRS; i++) {
            float x = angle[i];
            float z = x * x;
            float c = Fma.of(2.443315711809948E-005f, z, -1.388731625493765E-003f);
            c = Fma.of(c, z, 4.166664568298827E-002f) * z;
            cosine[i] = Fma.of(c, z, -(z * 0.5f)) + 1;
            float s = Fma.of(-1.9515295891E-4f, z, 8.3321608736E-3f);
            s = Fma.of(s, z, -1.6666654611E-1f) * z;
            sine[i] = Fma.of(s, x, x);
        }
    }

    /** Whether the quadrants 0 to 4 exchange sine and cosine, 0, 1, 0, 1, 0; leaves the halves 0, 0, 1, 1, 2 of the quadrants. */
    private static void exchanges(float[] quadrant, float[] exchanged) {
        for (int i = 0; i < PAIRS; i++) {
            float half = 0.5f * quadrant[i] - 0.25f + ROUNDING - ROUNDING;
            exchanged[i] = quadrant[i] - 2 * half;
            quadrant[i] = half;
        }
    }

    /** The signs of the sines, + + - - +, and of the cosines, + - - + +, as polynomials of the halves. */
    private static void signs(float[] half, float[] exchanged, float[] sineSign, float[] cosineSign) {
        for (int i = 0; i < PAIRS; i++) {
            float h = half[i];
            float next = h + exchanged[i];
            sineSign[i] = 2 * h * (h - 2) + 1;
            cosineSign[i] = 2 * next * (next - 2) + 1;
        }
    }

    /** Exchanges and negates by products with 0 and ±1, since a choice would not vectorise. */
    private static void turn(float[] exchanged, float[] sineSign, float[] cosineSign, float[] sine, float[] cosine) {
        for (int i = 0; i < PAIRS; i++) {
            float kept = 1 - exchanged[i];
            float s = sine[i];
            float c = cosine[i];
            sine[i] = sineSign[i] * (kept * s + exchanged[i] * c);
            cosine[i] = cosineSign[i] * (kept * c + exchanged[i] * s);
        }
    }

    /** The normal of each pair: radius times direction is rounded, then times std plus mean is one operation. */
    private static void scale(float[] radius, float[] direction, float std, float mean) {
        for (int i = 0; i < PAIRS; i++) {
            direction[i] = Fma.of(radius[i] * direction[i], std, mean);
        }
    }
}
