package org.initweights.internal.draw.seeded;

import static org.initweights.internal.draw.seeded.DoubleStages.INTEGER;
import static org.initweights.internal.draw.seeded.DoubleStages.INTEGER_BITS;

import org.initweights.internal.numeric.LongCast;
import org.initweights.internal.random.Threefry2x32;

/**
 * The natural logarithm of positive, normal doubles, in two stages with a cast of bits between them.
 *
 * <p><b>Origin.</b> {@code __ieee754_log} of fdlibm (e_log.c), with its coefficients: log(1 + f) = f - (f²/2 - s·(f²/2 + R)), s = f / (2 +
 * f), R a polynomial in s².
 *
 * <p><b>Cost.</b> One division and about 25 other operations an element, in one loop.
 *
 * <p><b>Limits.</b> 512 numbers at a time. Zero, negative and subnormal numbers, infinities and NaN give nonsense: the numbers that come
 * here are in (0, 1). fdlibm's own error is below one ulp; {@code DoubleBoxMullerTest} holds the radius that is made of it to 1.2·10⁻¹⁵.
 *
 * <p><b>Changes against the original.</b>
 *
 * <ul>
 *   <li>m is taken from [√½, √2) by one subtraction of the bits of √½, not by the high word.
 *   <li>R is one Horner scheme, not two interleaved ones in s⁴.
 *   <li>The branches for f near 0, for f = 0 and for the two forms of the sum are left out: one form for all.
 * </ul>
 */
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

    /** Splits the bits of numbers. The exponent becomes the bits of a double that is larger by 2⁵² and {@link #BIAS}. */
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
