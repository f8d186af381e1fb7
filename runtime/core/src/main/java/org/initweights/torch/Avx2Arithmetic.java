package org.initweights.torch;

import org.initweights.numeric.Fma;

/**
 * PyTorch's AVX2 build (its AVX-512 build gives the same bits): the compiler fuses products and sums, and the normals of floats
 * come from {@code normal_fill_AVX2}, with the single-precision logarithm, sine and cosine of Cephes as vectorised by Pommier's
 * {@code avx_mathfun}. The order of the operations is theirs, to the bit.
 */
final class Avx2Arithmetic implements Arithmetic {

    private static final int HALF_BLOCK = Tile.BLOCK / 2;
    private static final int PAIRS = Tile.CAPACITY / 2;

    /** The bits of √½; subtracting them moves the exponent of numbers in [√½, √2) to 0. */
    private static final int SQRT_HALF_BITS = 0x3F3504F3;

    private final float[] radius = new float[PAIRS];
    private final float[] exponent = new float[PAIRS];
    private final float[] angle = new float[PAIRS];
    private final float[] sine = new float[PAIRS];
    private final float[] cosine = new float[PAIRS];
    private final int[] octant = new int[PAIRS];
    private final float[] reduction = new float[PAIRS];

    @Override
    public void stretch(float[] u, int count, float lower, float width) {
        for (int i = 0; i < count; i++) {
            u[i] = Fma.of(u[i], width, lower);
        }
    }

    @Override
    public void stretch(double[] u, int count, double lower, double width) {
        for (int i = 0; i < count; i++) {
            u[i] = Math.fma(u[i], width, lower);
        }
    }

    @Override
    public double scale(double unit, double mean, double std) {
        return Math.fma(unit, std, mean);
    }

    @Override
    public void boxMuller(float[] u, int count, float mean, float std) {
        int pairs = count / 2;
        for (int block = 0; block < count / Tile.BLOCK; block++) {
            for (int j = 0; j < HALF_BLOCK; j++) {
                radius[block * HALF_BLOCK + j] = u[block * Tile.BLOCK + j];
                angle[block * HALF_BLOCK + j] = u[block * Tile.BLOCK + HALF_BLOCK + j];
            }
        }
        unpack(radius, exponent, pairs);
        logarithm(radius, exponent, pairs);
        root(radius, pairs);
        octants(angle, octant, reduction, pairs);
        reduce(angle, reduction, pairs);
        circle(angle, sine, cosine, pairs);
        turn(octant, sine, cosine, pairs);
        scale(radius, cosine, std, mean, pairs);
        scale(radius, sine, std, mean, pairs);
        for (int block = 0; block < count / Tile.BLOCK; block++) {
            for (int j = 0; j < HALF_BLOCK; j++) {
                u[block * Tile.BLOCK + j] = cosine[block * HALF_BLOCK + j];
                u[block * Tile.BLOCK + HALF_BLOCK + j] = sine[block * HALF_BLOCK + j];
            }
        }
    }

    /** 1 - u as {@code m · 2^exponent} with m in [√½, √2); leaves m - 1. */
    private static void unpack(float[] u, float[] exponent, int n) {
        for (int i = 0; i < n; i++) {
            int bits = Float.floatToRawIntBits(1 - u[i]) - SQRT_HALF_BITS;
            exponent[i] = bits >> 23;
            u[i] = Float.intBitsToFloat((bits & 0x007FFFFF) + SQRT_HALF_BITS) - 1;
        }
    }

    /** The logarithm, from m - 1 and the exponent. */
    private static void logarithm(float[] x, float[] exponent, int n) {
        for (int i = 0; i < n; i++) {
            float t = x[i];
            float z = t * t;
            float y = Fma.of(7.0376836292E-2f, t, -1.1514610310E-1f);
            y = Fma.of(y, t, 1.1676998740E-1f);
            y = Fma.of(y, t, -1.2420140846E-1f);
            y = Fma.of(y, t, 1.4249322787E-1f);
            y = Fma.of(y, t, -1.6668057665E-1f);
            y = Fma.of(y, t, 2.0000714765E-1f);
            y = Fma.of(y, t, -2.4999993993E-1f);
            y = Fma.of(y, t, 3.3333331174E-1f);
            y = Fma.of(y * t, z, exponent[i] * -2.12194440e-4f);
            y = Fma.of(-z, 0.5f, y);
            x[i] = Fma.of(exponent[i], 0.693359375f, t + y);
        }
    }

    private static void root(float[] logarithm, int n) {
        for (int i = 0; i < n; i++) {
            logarithm[i] = (float) Math.sqrt(-2 * logarithm[i]);
        }
    }

    /** The angle of each u, and the even one of the octants 0, 2, 4, 6 and 8 that is nearest to it. */
    private static void octants(float[] u, int[] octant, float[] reduction, int n) {
        for (int i = 0; i < n; i++) {
            float x = 6.2831855f * u[i];
            int j = (int) (x * 1.27323954473516f) + 1 & ~1;
            u[i] = x;
            octant[i] = j;
            reduction[i] = j;
        }
    }

    /** What is left of the angle, from -π/4 to π/4: π/4 has three parts, so that products with the octant are exact. */
    private static void reduce(float[] angle, float[] octant, int n) {
        for (int i = 0; i < n; i++) {
            float x = Fma.of(octant[i], -0.78515625f, angle[i]);
            x = Fma.of(octant[i], -2.4187564849853515625e-4f, x);
            angle[i] = Fma.of(octant[i], -3.77489497744594108e-8f, x);
        }
    }

    private static void circle(float[] angle, float[] sine, float[] cosine, int n) {
        for (int i = 0; i < n; i++) {
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

    /** Exchanges and negates by octant: products with 0 and ±1, since a choice would not vectorise. */
    private static void turn(int[] octant, float[] sine, float[] cosine, int n) {
        for (int i = 0; i < n; i++) {
            int j = octant[i];
            float exchanged = j >> 1 & 1;
            float kept = 1 - exchanged;
            float sineSign = 1 - (j >> 1 & 2);
            float cosineSign = 1 - (~(j - 2) >> 1 & 2);
            float s = sine[i];
            float c = cosine[i];
            sine[i] = sineSign * (kept * s + exchanged * c);
            cosine[i] = cosineSign * (kept * c + exchanged * s);
        }
    }

    private static void scale(float[] radius, float[] direction, float std, float mean, int n) {
        for (int i = 0; i < n; i++) {
            direction[i] = Fma.of(radius[i] * direction[i], std, mean);
        }
    }
}
