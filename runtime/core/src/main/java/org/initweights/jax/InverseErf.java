package org.initweights.jax;

import org.initweights.numeric.Fma;

/**
 * The inverse error function of single precision, as XLA computes it: Giles, <i>Approximating the erfinv function</i>, 2010, over
 * the {@code log1p} of Cephes, over Eigen's logarithm. Its branches are all computed and blended by factors of 0 and 1, since a
 * choice would not vectorise.
 */
final class InverseErf {

    private static final int N = JaxTile.LENGTH;

    /** The bits of √½; subtracting them moves the exponent of numbers in [√½, √2) to 0. */
    private static final int SQRT_HALF_BITS = 0x3F3504F3;

    /** The bits of √2 - 1: up to here {@code log1p} is a rational function. */
    private static final int SMALL_BITS = Float.floatToRawIntBits(0.41421356237309510f);

    /** The bits of 5: up to here {@code w} belongs to the central polynomial. */
    private static final int CENTRAL_BITS = Float.floatToRawIntBits(5f);

    private final float[] square = new float[N];
    private final float[] small = new float[N];
    private final float[] numerator = new float[N];
    private final float[] exponent = new float[N];
    private final float[] logarithm = new float[N];
    private final float[] tail = new float[N];

    /** Replaces each x in [-1, 1]. */
    void apply(float[] x) {
        square(x, square);
        rationalNumerator(square, numerator);
        rationalDenominator(square, small);
        rational(square, numerator, small);
        unpack(square, exponent, logarithm);
        logarithm(exponent, logarithm);
        blend(square, small, logarithm);
        central(logarithm, small);
        tail(logarithm, tail);
        makeInfinite(square, tail);
        scale(x, logarithm, small, tail);
    }

    /** The argument of {@code log1p}, negated. */
    private static void square(float[] x, float[] square) {
        for (int i = 0; i < N; i++) {
            square[i] = x[i] * x[i];
        }
    }

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

    private static void rational(float[] square, float[] numerator, float[] denominator) {
        for (int i = 0; i < N; i++) {
            float x = -square[i];
            float z = x * x;
            denominator[i] = Fma.of(-0.5f, z, x * z * (numerator[i] / denominator[i])) + x;
        }
    }

    /** 1 - square as {@code m · 2^exponent} with m in [√½, √2); leaves m - 1. */
    private static void unpack(float[] square, float[] exponent, float[] mantissa) {
        for (int i = 0; i < N; i++) {
            int bits = Float.floatToRawIntBits(1 - square[i]) - SQRT_HALF_BITS;
            exponent[i] = bits >> 23;
            mantissa[i] = Float.intBitsToFloat((bits & 0x007FFFFF) + SQRT_HALF_BITS) - 1;
        }
    }

    private static void logarithm(float[] exponent, float[] t) {
        for (int i = 0; i < N; i++) {
            float x = t[i];
            float z = x * x;
            float cube = z * x;
            float a = Fma.of(Fma.of(7.0376836292E-2f, x, -1.1514610310E-1f), x, 1.1676998740E-1f);
            float b = Fma.of(Fma.of(-1.2420140846E-1f, x, 1.4249322787E-1f), x, -1.6668057665E-1f);
            float c = Fma.of(Fma.of(2.0000714765E-1f, x, -2.4999993993E-1f), x, 3.3333331174E-1f);
            float y = Fma.of(Fma.of(a, cube, b), cube, c);
            y = Fma.of(-0.5f, z, x) + Fma.of(y, cube, exponent[i] * -2.12194440e-4f);
            t[i] = Fma.of(exponent[i], 0.693359375f, y);
        }
    }

    /** Leaves -log1p(-square) in {@code logarithm}. */
    private static void blend(float[] square, float[] small, float[] logarithm) {
        for (int i = 0; i < N; i++) {
            float isSmall = Float.floatToRawIntBits(square[i]) - SMALL_BITS >>> 31;
            logarithm[i] = -(isSmall * small[i] + (1 - isSmall) * logarithm[i]);
        }
    }

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

    /** At ±1, of which the logarithm made no number. */
    private static void makeInfinite(float[] square, float[] tail) {
        for (int i = 0; i < N; i++) {
            if (square[i] == 1) {
                tail[i] = Float.POSITIVE_INFINITY;
            }
        }
    }

    private static void scale(float[] x, float[] w, float[] central, float[] tail) {
        for (int i = 0; i < N; i++) {
            // Adding 0 makes of -0, which is no small number by its bits, 0.
            float isCentral = Float.floatToRawIntBits(w[i] + 0f) - CENTRAL_BITS >>> 31;
            x[i] *= isCentral * central[i] + (1 - isCentral) * tail[i];
        }
    }
}
