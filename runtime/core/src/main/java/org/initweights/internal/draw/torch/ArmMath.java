package org.initweights.internal.draw.torch;

/**
 * The single-precision logarithm, sine and cosine of Arm's optimized routines, which glibc has had since 2.28.
 *
 * <p><b>Origin.</b> {@code logf}, {@code sinf} and {@code cosf} with glibc's tables {@code __logf_data} and {@code __sincosf_table}: the
 * logarithm by a table of 16 values and a polynomial of degree 3, sine and cosine by polynomials on -π/4 to π/4. All is evaluated in
 * double and rounded once, within 0.82 ulp; another function of the same accuracy would not give the same bits. {@code (float) Math.log}
 * differs on 122,123 of the 2²⁴ uniforms that come here.
 *
 * <p><b>Limits.</b> The logarithm takes positive, normal numbers; sine and cosine take angles from 0 to 2π. No value here sets an error or
 * a flag.
 *
 * <p><b>Changes against the original.</b>
 *
 * <ul>
 *   <li>Branches for negative, subnormal, infinite and large arguments are left out, and so is the reduction of large angles.
 *   <li>Signs are applied by a choice, not by a table of four.
 *   <li>Products and sums are not fused; rounded to float, the results are those of the goldens.
 * </ul>
 *
 * <p>{@code TorchParityTest} holds it: its goldens of the scalar build are normals made of these functions.
 *
 * <p>Copyright (c) 2017-2018, Arm Limited. SPDX-License-Identifier: MIT
 */
final class ArmMath {

    private static final double LN_2 = 0x1.62e42fefa39efp-1;

    /** In each of 16 intervals of [√½, √2): 1/c and log c, for a c near its middle. */
    private static final double[] INVERSE = {
        0x1.661ec79f8f3bep+0, 0x1.571ed4aaf883dp+0, 0x1.49539f0f010bp+0, 0x1.3c995b0b80385p+0,
        0x1.30d190c8864a5p+0, 0x1.25e227b0b8eap+0, 0x1.1bb4a4a1a343fp+0, 0x1.12358f08ae5bap+0,
        0x1.0953f419900a7p+0, 0x1p+0, 0x1.e608cfd9a47acp-1, 0x1.ca4b31f026aap-1,
        0x1.b2036576afce6p-1, 0x1.9c2d163a1aa2dp-1, 0x1.886e6037841edp-1, 0x1.767dcf5534862p-1,
    };

    /** The logarithms of c, that is minus those of {@link #INVERSE}. */
    private static final double[] LOGARITHM = {
        -0x1.57bf7808caadep-2,
        -0x1.2bef0a7c06ddbp-2,
        -0x1.01eae7f513a67p-2,
        -0x1.b31d8a68224e9p-3,
        -0x1.6574f0ac07758p-3,
        -0x1.1aa2bc79c81p-3,
        -0x1.a4e76ce8c0e5ep-4,
        -0x1.1973c5a611cccp-4,
        -0x1.252f438e10c1ep-5,
        0,
        0x1.aa5aa5df25984p-5,
        0x1.c5e53aa362eb4p-4,
        0x1.526e57720db08p-3,
        0x1.bc2860d22477p-3,
        0x1.1058bc8a07ee1p-2,
        0x1.4043057b6ee09p-2,
    };

    private static final double HALF_PI = 0x1.921fb54442d18p0;

    /** 2²⁴ times 2/π. */
    private static final double PER_HALF_PI = 0x1.45f306dc9c883p+23;

    private static final float QUARTER_PI = 0x1.921fb6p-1f;
    private static final float TINY = 0x1p-12f;

    private ArmMath() {}

    /** {@code logf} of a positive, normal number: e·log 2 + log c + log(1 + r), where r = m/c - 1. */
    static float log(float x) {
        int bits = Float.floatToRawIntBits(x);
        int offset = bits - 0x3F330000;
        int interval = offset >> 19 & 15;
        int exponent = offset >> 23;
        double z = Float.intBitsToFloat(bits - (offset & 0xFF800000));
        double r = z * INVERSE[interval] - 1;
        double y0 = LOGARITHM[interval] + exponent * LN_2;
        double r2 = r * r;
        double y = 0x1.5575b0be00b6ap-2 * r + -0x1.ffffef20a4123p-2;
        y = -0x1.00ea348b88334p-2 * r2 + y;
        return (float) (y * r2 + (y0 + r));
    }

    /** {@code sinf} of an angle from 0 to 2π. */
    static float sin(float angle) {
        if (angle < QUARTER_PI) {
            return angle < TINY ? angle : (float) sine(angle);
        }
        int quadrant = quadrant(angle);
        double x = angle - quadrant * HALF_PI;
        double value = (quadrant & 1) == 0 ? sine(x) : cosine(x);
        return (float) ((quadrant & 2) == 0 ? value : -value);
    }

    /** {@code cosf} of an angle from 0 to 2π. */
    static float cos(float angle) {
        if (angle < QUARTER_PI) {
            return angle < TINY ? 1 : (float) cosine(angle);
        }
        int quadrant = quadrant(angle);
        double x = angle - quadrant * HALF_PI;
        double value = (quadrant & 1) == 0 ? cosine(x) : -sine(x);
        return (float) ((quadrant & 2) == 0 ? value : -value);
    }

    /** The number of quarter turns nearest to an angle, by a product with 2²⁴·2/π. */
    private static int quadrant(float angle) {
        return ((int) (angle * PER_HALF_PI) + 0x800000) >> 24;
    }

    private static double sine(double x) {
        double x2 = x * x;
        double x3 = x * x2;
        double s1 = 0x1.1107605230bc4p-7 + x2 * -0x1.994eb3774cf24p-13;
        return x + x3 * -0x1.555545995a603p-3 + x3 * x2 * s1;
    }

    private static double cosine(double x) {
        double x2 = x * x;
        double x4 = x2 * x2;
        double c2 = -0x1.6c087e89a359dp-10 + x2 * 0x1.99343027bf8c3p-16;
        double c1 = 1 + x2 * -0x1.ffffffd0c621cp-2;
        return c1 + x4 * 0x1.55553e1068f19p-5 + x4 * x2 * c2;
    }
}
