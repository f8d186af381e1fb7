package org.initweights.internal.draw.seeded;

import static org.initweights.internal.draw.seeded.DoubleStages.INTEGER;
import static org.initweights.internal.draw.seeded.DoubleStages.INTEGER_BITS;

import org.initweights.internal.numeric.LongCast;
import org.initweights.internal.random.Threefry2x32;

/** The natural logarithm of positive doubles, as fdlibm computes it, in two stages with a cast of bits between them. */
final class DoubleLogarithm {

    private static final int N = Threefry2x32.BLOCKS;

    /** The bits of √½; subtracting them moves the exponent of numbers in [√½, √2) to 0. */
    private static final long SQRT_HALF_BITS = 0x3FE6_A09E_667F_3BCDL;

    /** Added to the bits it keeps their sum positive, so that the exponent, larger by {@link #BIAS}, is shifted without its sign. */
    private static final long BIAS_BITS = 1L << 62;

    private static final int BIAS = 1024;
    private static final long MANTISSA = 0x000F_FFFF_FFFF_FFFFL;

    private final LongCast cast;
    private final long[] bits = new long[N];
    private final long[] exponentBits = new long[N];
    private final double[] exponent = new double[N];

    DoubleLogarithm(LongCast cast) {
        this.cast = cast;
    }

    /** Replaces numbers by the m of {@code m · 2^exponent}, in [√½, √2), and keeps their exponents. */
    void unpack(double[] numbers) {
        cast.toBits(numbers, bits, N);
        unpack(bits, exponentBits);
        cast.toDoubles(bits, numbers, N);
        cast.toDoubles(exponentBits, exponent, N);
    }

    private static void unpack(long[] bits, long[] exponent) {
        for (int i = 0; i < N; i++) {
            long shifted = bits[i] - SQRT_HALF_BITS;
            exponent[i] = ((shifted + BIAS_BITS) >>> 52) | INTEGER_BITS;
            bits[i] = (shifted & MANTISSA) + SQRT_HALF_BITS;
        }
    }

    /** Replaces each m by the logarithm of {@code m · 2^exponent}. */
    void apply(double[] m) {
        apply(exponent, m);
    }

    private static void apply(double[] exponent, double[] m) {
        for (int i = 0; i < N; i++) {
            double e = exponent[i] - (INTEGER + BIAS);
            double f = m[i] - 1;
            double s = f / (2 + f);
            double z = s * s;
            double r = 1.479819860511658591e-01 * z + 1.531383769920937332e-01;
            r = r * z + 1.818357216161805012e-01;
            r = r * z + 2.222219843214978396e-01;
            r = r * z + 2.857142874366239149e-01;
            r = r * z + 3.999999999940941908e-01;
            r = r * z + 6.666666666666735130e-01;
            double half = 0.5 * f * f;
            m[i] = e * 6.93147180369123816490e-01
                    - ((half - (s * (half + r * z) + e * 1.90821492927058770002e-10)) - f);
        }
    }
}
