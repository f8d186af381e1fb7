package org.initweights.internal.draw.jax;

import java.util.List;
import org.initweights.internal.numeric.BitCast;
import org.initweights.internal.numeric.Fma;

/**
 * The inverse error function of single precision, as XLA computes it.
 *
 * <p><b>Origin.</b> XLA of jaxlib 0.10.2, its {@code ErfInv32}: Giles, <i>Approximating the erfinv function</i>, 2010: two polynomials of
 * degree 8 in w = -log1p(-x²), the second in √w from 5 on. {@code log1p} comes from Cephes (unity.c) in single precision: a rational
 * function of degree 6 up to √2 - 1, beyond it the logarithm of 1 + x, which is Eigen's for vectors of floats, with the coefficients of
 * Cephes' logf.c.
 *
 * <p><b>Cost.</b> 14 loops over 512 numbers, most of which HotSpot vectorises, and 7 casts: about 60 operations, one division and one root
 * an element, since all branches are computed.
 *
 * <p><b>Limits.</b> Numbers from -1 to 1; ±1 give infinity. XLA's result is not rounded correctly, and so neither is ours: of all 2²³
 * normals 34 % are nearest to √2·erfinv(u), the mean error is 0.9 ulp, the largest 91 ulp, at u = 0.99983
 * ({@code runtime/docs/parity.md}).
 *
 * <p><b>Changes against the original.</b>
 *
 * <ul>
 *   <li>XLA chooses between branches; here all are computed and blended by factors of 0 and 1, since a choice would not vectorise. The
 *       blend is exact.
 *   <li>At ±1 the logarithm gives no number, and factors of 0 would not remove it: infinity is put there afterwards.
 *   <li>Exponents are taken by subtracting the bits of √½, where Eigen compares and adjusts; m and exponent are the same.
 *   <li>Handling of zero, negative and subnormal arguments of the logarithm is left out, as 1 - x² is none of these but at ±1.
 * </ul>
 *
 * <p>{@code JaxSourceTest.invertsTheErrorFunctionAsXlaDoes} compares the normals of all 2²³ uniforms with XLA's.
 */
final class InverseErf {

    private static final int N = JaxTile.LENGTH;

    /** The bits of √½; subtracting them moves the exponent of numbers in [√½, √2) to 0. */
    private static final int SQRT_HALF_BITS = 0x3F3504F3;

    /** Adding this to a small integer makes the bits of a float that is larger by {@link #MAGIC}. */
    private static final int MAGIC_BITS = 0x4B400000;

    private static final float MAGIC = 12582912f;

    private static final int ONE_BITS = Float.floatToRawIntBits(1);

    /** The bits of √2 - 1: below, {@code log1p} is a rational function. */
    private static final int SMALL_BITS = Float.floatToRawIntBits(0.41421356237309510f);

    /** The bits of 5: below, {@code w} belongs to the central polynomial. */
    private static final int CENTRAL_BITS = Float.floatToRawIntBits(5f);

    private final float[] square = new float[N];
    private final float[] isSmall = new float[N];
    private final float[] numerator = new float[N];
    private final float[] small = new float[N];
    private final float[] exponent = new float[N];
    private final float[] w = new float[N];
    private final float[] isCentral = new float[N];
    private final float[] central = new float[N];
    private final float[] tail = new float[N];
    private final int[] bits = new int[N];
    private final int[] flags = new int[N];
    private final BitCast cast = new BitCast(N);

    /** Their one call site keeps HotSpot from inlining them: in one method it does not vectorise all of their loops. */
    private final List<Runnable> stages;

    /**
     * An inverse of the numbers that will be in this array.
     *
     * @param x as long as a tile
     */
    InverseErf(float[] x) {
        this.stages = List.of(
                () -> square(x, square),
                () -> cast.toBits(square, bits, N),
                () -> flagBelow(SMALL_BITS, bits, flags),
                () -> cast.toFloats(flags, isSmall, N),
                () -> rationalNumerator(square, numerator),
                () -> rationalDenominator(square, small),
                () -> rational(square, numerator, small),
                () -> complement(square, w),
                () -> cast.toBits(w, bits, N),
                () -> unpack(bits, flags),
                () -> cast.toFloats(flags, exponent, N),
                () -> cast.toFloats(bits, w, N),
                () -> logarithm(exponent, w),
                () -> blend(isSmall, small, w),
                () -> cast.toBits(w, bits, N),
                () -> flagBelow(CENTRAL_BITS, bits, flags),
                () -> cast.toFloats(flags, isCentral, N),
                () -> central(w, central),
                () -> tail(w, tail),
                () -> makeInfinite(square, tail),
                () -> scale(x, isCentral, central, tail));
    }

    /** Replaces each number of the array, from -1 to 1. */
    void apply() {
        stages.forEach(Runnable::run);
    }

    /** The argument of {@code log1p}, negated. */
    private static void square(float[] x, float[] square) {
        for (int i = 0; i < N; i++) {
            square[i] = x[i] * x[i];
        }
    }

    /**
     * The bits of 1.0 where a number is below a limit, else those of 0.0. Both are given as bits, and neither is negative: then bits are
     * in the order of the numbers.
     */
    private static void flagBelow(int limit, int[] bits, int[] flags) {
        for (int i = 0; i < N; i++) {
            flags[i] = ((bits[i] - limit) >> 31) & ONE_BITS;
        }
    }

    /** Cephes' P in x = -square, of degree 6. */
    private static void rationalNumerator(float[] square, float[] out) {
        for (int i = 0; i < N; i++) {
            float x = -square[i];
            float p = Fma.of(4.5270000862445199635215E-5f, x, 4.9854102823193375972212E-1f);
            p = Fma.of(p, x, 6.5787325942061044846969E0f);
            p = Fma.of(p, x, 2.9911919328553073277375E1f);
            p = Fma.of(p, x, 6.0949667980987787057556E1f);
            p = Fma.of(p, x, 5.7112963590585538103336E1f);
            out[i] = Fma.of(p, x, 2.0039553499201281259648E1f);
        }
    }

    /** Cephes' Q in x = -square, of degree 6. */
    private static void rationalDenominator(float[] square, float[] out) {
        for (int i = 0; i < N; i++) {
            float x = -square[i];
            float q = x + 1.5062909083469192043167E1f;
            q = Fma.of(q, x, 8.3047565967967209469434E1f);
            q = Fma.of(q, x, 2.2176239823732856465394E2f);
            q = Fma.of(q, x, 3.0909872225312059774938E2f);
            q = Fma.of(q, x, 2.1642788614495947685003E2f);
            out[i] = Fma.of(q, x, 6.0118660497603843919306E1f);
        }
    }

    /** {@code log1p} of x = -square near 0: x - x²/2 + x³·P/Q. */
    private static void rational(float[] square, float[] numerator, float[] denominator) {
        for (int i = 0; i < N; i++) {
            float x = -square[i];
            float z = x * x;
            denominator[i] = Fma.of(-0.5f, z, x * z * (numerator[i] / denominator[i])) + x;
        }
    }

    /** The argument of the logarithm where {@code log1p} is not rational. */
    private static void complement(float[] square, float[] out) {
        for (int i = 0; i < N; i++) {
            out[i] = 1 - square[i];
        }
    }

    /** Numbers as {@code m · 2^exponent} with m in [√½, √2); the exponent is larger by {@link #MAGIC}. */
    private static void unpack(int[] bits, int[] exponent) {
        for (int i = 0; i < N; i++) {
            int shifted = bits[i] - SQRT_HALF_BITS;
            exponent[i] = (shifted >> 23) + MAGIC_BITS;
            bits[i] = (shifted & 0x007FFFFF) + SQRT_HALF_BITS;
        }
    }

    /** The logarithm of m · 2^exponent, by three polynomials of degree 2 in m - 1, joined by its cube. */
    private static void logarithm(float[] exponent, float[] m) {
        for (int i = 0; i < N; i++) {
            float e = exponent[i] - MAGIC;
            float x = m[i] - 1;
            float z = x * x;
            float cube = z * x;
            float a = Fma.of(Fma.of(7.0376836292E-2f, x, -1.1514610310E-1f), x, 1.1676998740E-1f);
            float b = Fma.of(Fma.of(-1.2420140846E-1f, x, 1.4249322787E-1f), x, -1.6668057665E-1f);
            float c = Fma.of(Fma.of(2.0000714765E-1f, x, -2.4999993993E-1f), x, 3.3333331174E-1f);
            float y = Fma.of(Fma.of(a, cube, b), cube, c);
            y = Fma.of(-0.5f, z, x) + Fma.of(y, cube, e * -2.12194440e-4f);
            m[i] = Fma.of(e, 0.693359375f, y);
        }
    }

    /** Leaves -log1p(-square), where 0 is not negative. */
    private static void blend(float[] isSmall, float[] small, float[] logarithm) {
        for (int i = 0; i < N; i++) {
            logarithm[i] = 0 - (isSmall[i] * small[i] + (1 - isSmall[i]) * logarithm[i]);
        }
    }

    /** Giles' polynomial for w below 5, centred at 2.5. */
    private static void central(float[] w, float[] out) {
        for (int i = 0; i < N; i++) {
            float t = w[i] - 2.5f;
            float p = Fma.of(2.81022636e-08f, t, 3.43273939e-07f);
            p = Fma.of(p, t, -3.5233877e-06f);
            p = Fma.of(p, t, -4.39150654e-06f);
            p = Fma.of(p, t, 0.00021858087f);
            p = Fma.of(p, t, -0.00125372503f);
            p = Fma.of(p, t, -0.00417768164f);
            p = Fma.of(p, t, 0.246640727f);
            out[i] = Fma.of(p, t, 1.50140941f);
        }
    }

    /** Giles' polynomial for w from 5 on, in √w, centred at 3. */
    private static void tail(float[] w, float[] out) {
        for (int i = 0; i < N; i++) {
            float t = (float) Math.sqrt(w[i]) - 3;
            float p = Fma.of(-0.000200214257f, t, 0.000100950558f);
            p = Fma.of(p, t, 0.00134934322f);
            p = Fma.of(p, t, -0.00367342844f);
            p = Fma.of(p, t, 0.00573950773f);
            p = Fma.of(p, t, -0.0076224613f);
            p = Fma.of(p, t, 0.00943887047f);
            p = Fma.of(p, t, 1.00167406f);
            out[i] = Fma.of(p, t, 2.83297682f);
        }
    }

    /** At ±1 the logarithm has made something that is not a number, and the result is infinite. */
    private static void makeInfinite(float[] square, float[] tail) {
        for (int i = 0; i < N; i++) {
            if (square[i] == 1) {
                tail[i] = Float.POSITIVE_INFINITY;
            }
        }
    }

    /** The result: x times the polynomial that counts. */
    private static void scale(float[] x, float[] isCentral, float[] central, float[] tail) {
        for (int i = 0; i < N; i++) {
            x[i] *= isCentral[i] * central[i] + (1 - isCentral[i]) * tail[i];
        }
    }
}
