package org.initweights.kernel;

import org.initweights.random.Threefry2x32;

/**
 * The normal distribution, two values from two uniforms. Box and Muller, <i>A note on the generation of random normal
 * deviates</i>, 1958.
 *
 * <p>For floats one block makes the two values: the radius from 31 bits of its first word, so that the tail reaches 6.5σ, the
 * angle from its second. The logarithm, sine and cosine are polynomials (those of Cephes), in {@code float} operations of a
 * fixed order, so that the bits are the same on every machine. For doubles two blocks make two values, by {@link StrictMath}.
 */
final class NormalKernel implements TileKernel {

    private static final int N = Threefry2x32.BLOCKS;

    /** The bits of √½; subtracting them moves the exponent of numbers in [√½, √2) to 0. */
    private static final int SQRT_HALF_BITS = 0x3F3504F3;

    private static final float HALF_PI_PER_TURN = (float) (Math.PI / 2 * 0x1p-32);

    private final double mean;
    private final double std;
    private final float[] radius = new float[N];
    private final float[] exponent = new float[N];
    private final float[] sine = new float[N];
    private final float[] cosine = new float[N];

    NormalKernel(double mean, double std) {
        this.mean = mean;
        this.std = std;
    }

    @Override
    public void floats(long number, Tile tile) {
        tile.draw(number);
        unpack(tile.x0, radius, exponent);
        logarithm(radius, exponent);
        root(radius);
        circle(tile.x1, sine, cosine);
        turn(tile.x1, sine, cosine);
        scale(radius, cosine, tile.floats, 0, (float) std, (float) mean);
        scale(radius, sine, tile.floats, N, (float) std, (float) mean);
    }

    /** The uniform u in (0, 1] of each word, as {@code m · 2^exponent} with m in [√½, √2); leaves m - 1. */
    private static void unpack(int[] words, float[] mantissa, float[] exponent) {
        for (int i = 0; i < N; i++) {
            int bits = Float.floatToRawIntBits((words[i] >>> 1 | 1) * 0x1p-31f) - SQRT_HALF_BITS;
            exponent[i] = bits >> 23;
            mantissa[i] = Float.intBitsToFloat((bits & 0x007FFFFF) + SQRT_HALF_BITS) - 1;
        }
    }

    /** log(u), from m - 1 and the exponent. */
    private static void logarithm(float[] x, float[] exponent) {
        for (int i = 0; i < N; i++) {
            float t = x[i];
            float z = t * t;
            float y = 7.0376836292E-2f;
            y = y * t - 1.1514610310E-1f;
            y = y * t + 1.1676998740E-1f;
            y = y * t - 1.2420140846E-1f;
            y = y * t + 1.4249322787E-1f;
            y = y * t - 1.6668057665E-1f;
            y = y * t + 2.0000714765E-1f;
            y = y * t - 2.4999993993E-1f;
            y = y * t + 3.3333331174E-1f;
            y = y * t * z + exponent[i] * -2.12194440e-4f - 0.5f * z;
            x[i] = t + y + exponent[i] * 0.693359375f;
        }
    }

    private static void root(float[] logarithm) {
        for (int i = 0; i < N; i++) {
            logarithm[i] = (float) Math.sqrt(-2 * logarithm[i]);
        }
    }

    /** Sine and cosine of the angle within its quadrant, from -π/4 to π/4: the word without its two highest bits. */
    private static void circle(int[] words, float[] sine, float[] cosine) {
        for (int i = 0; i < N; i++) {
            float angle = (words[i] << 2) * HALF_PI_PER_TURN;
            float z = angle * angle;
            float s = (-1.9515295891E-4f * z + 8.3321608736E-3f) * z - 1.6666654611E-1f;
            float c = (2.443315711809948E-5f * z - 1.388731625493765E-3f) * z + 4.166664568298827E-2f;
            sine[i] = s * z * angle + angle;
            cosine[i] = c * z * z - 0.5f * z + 1;
        }
    }

    /** Turns by the quadrant that the two highest bits name: products with 0 and ±1, since a choice would not vectorise. */
    private static void turn(int[] words, float[] sine, float[] cosine) {
        for (int i = 0; i < N; i++) {
            float odd = words[i] >>> 30 & 1;
            float even = 1 - odd;
            float sign = 1 - 2 * (words[i] >>> 31);
            float s = sine[i];
            float c = cosine[i];
            cosine[i] = sign * (even * c - odd * s);
            sine[i] = sign * (even * s + odd * c);
        }
    }

    private static void scale(float[] radius, float[] direction, float[] out, int offset, float std, float mean) {
        for (int i = 0; i < N; i++) {
            out[offset + i] = radius[i] * direction[i] * std + mean;
        }
    }

    @Override
    public void doubles(long number, Tile tile) {
        double[] out = tile.doubles;
        tile.draw(2 * number);
        for (int i = 0; i < N; i++) {
            out[i] = StrictMath.sqrt(-2 * StrictMath.log(unit(tile, i)));
        }
        tile.draw(2 * number + 1);
        for (int i = 0; i < N; i++) {
            double angle = 2 * Math.PI * unit(tile, i);
            double r = out[i];
            out[i] = r * StrictMath.cos(angle) * std + mean;
            out[N + i] = r * StrictMath.sin(angle) * std + mean;
        }
    }

    /** In (0, 1), of 53 bits. */
    private static double unit(Tile tile, int i) {
        return ((tile.block(i) >>> 12) + 0.5) * 0x1p-52;
    }
}
