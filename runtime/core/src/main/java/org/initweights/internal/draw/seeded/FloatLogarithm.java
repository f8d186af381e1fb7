package org.initweights.internal.draw.seeded;

import org.initweights.internal.draw.seeded.NormalPolynomials.Logarithm;
import org.initweights.internal.numeric.Fma;
import org.initweights.internal.random.Threefry2x32;

/**
 * Minus twice the natural logarithm of floats in (0, 1], in two stages with casts of bits around them.
 *
 * <p><b>Algorithm.</b> The number is m · 2^e with m in [√½, √2); the logarithm of m is a polynomial of degree 9 in 1 - m, of least
 * relative error, found for this range and this factor. Its constant term is 0 and e·(-2·log 2) takes that place, so that the result at 1
 * is 0 exactly.
 *
 * <p><b>Cost.</b> Nine fused multiply-adds, a subtraction and a multiplication an element.
 *
 * <p><b>Limits.</b> The relative error is below 1.5·10⁻⁷. 512 numbers at a time. Zero and subnormal numbers give nonsense, and none come
 * here.
 *
 * <p>{@code VectorLogarithm} does the same operations by the Vector API: change both or neither. {@code StreamStabilityTest} compares
 * them.
 */
final class FloatLogarithm {

    private static final int N = Threefry2x32.BLOCKS;

    private FloatLogarithm() {}

    /** Numbers as {@code m · 2^exponent} with m in [√½, √2), by their bits. */
    static void unpack(int[] bits, int[] exponent) {
        for (int i = 0; i < N; i++) {
            int shifted = bits[i] - Logarithm.SQRT_HALF_BITS;
            exponent[i] = shifted >> 23;
            bits[i] = (shifted & 0x007FFFFF) + Logarithm.SQRT_HALF_BITS;
        }
    }

    /** Replaces each m by minus twice the logarithm of {@code m · 2^exponent}: a polynomial of least relative error in 1 - m. */
    static void apply(float[] exponent, float[] m) {
        for (int i = 0; i < N; i++) {
            float t = 1 - m[i];
            float p = Logarithm.T9;
            p = Fma.of(p, t, Logarithm.T8);
            p = Fma.of(p, t, Logarithm.T7);
            p = Fma.of(p, t, Logarithm.T6);
            p = Fma.of(p, t, Logarithm.T5);
            p = Fma.of(p, t, Logarithm.T4);
            p = Fma.of(p, t, Logarithm.T3);
            p = Fma.of(p, t, Logarithm.T2);
            p = Fma.of(p, t, Logarithm.T1);
            m[i] = Fma.of(p, t, exponent[i] * Logarithm.MINUS_TWO_LOG_2);
        }
    }
}
