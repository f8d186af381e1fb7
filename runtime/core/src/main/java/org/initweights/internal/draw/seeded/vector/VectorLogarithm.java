package org.initweights.internal.draw.seeded.vector;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.FMA;
import static jdk.incubator.vector.VectorOperators.I2F;
import static org.initweights.internal.draw.seeded.vector.VectorTransforms.FLOATS;
import static org.initweights.internal.draw.seeded.vector.VectorTransforms.N;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/**
 * Minus twice the natural logarithm of floats in (0, 1], by the Vector API: the operations of {@code seeded.FloatLogarithm}, with the same
 * coefficients, in the same order. Casts between floats and bits cost nothing here, so that both stages are one loop.
 */
final class VectorLogarithm {

    /** The bits of √½; subtracting them moves the exponent of numbers in [√½, √2) to 0. */
    private static final int SQRT_HALF_BITS = 0x3F3504F3;

    private static final float MINUS_TWO_LOG_2 = -1.3862944f;

    private VectorLogarithm() {}

    /** Replaces each number by minus twice its logarithm. */
    static void apply(float[] numbers) {
        for (int i = 0; i < N; i += FLOATS.length()) {
            IntVector shifted = FloatVector.fromArray(FLOATS, numbers, i)
                    .reinterpretAsInts()
                    .sub(SQRT_HALF_BITS);
            FloatVector e = (FloatVector) shifted.lanewise(ASHR, 23).convertShape(I2F, FLOATS, 0);
            FloatVector t = FloatVector.broadcast(FLOATS, 1)
                    .sub(shifted.and(0x007FFFFF).add(SQRT_HALF_BITS).reinterpretAsFloats());
            FloatVector p = FloatVector.broadcast(FLOATS, 0.17469689f);
            p = p.lanewise(FMA, t, 0.28615046f);
            p = p.lanewise(FMA, t, 0.29835945f);
            p = p.lanewise(FMA, t, 0.33141017f);
            p = p.lanewise(FMA, t, 0.39924145f);
            p = p.lanewise(FMA, t, 0.5000351f);
            p = p.lanewise(FMA, t, 0.666679f);
            p = p.lanewise(FMA, t, 0.9999998f);
            p = p.lanewise(FMA, t, 2);
            p.lanewise(FMA, t, e.mul(MINUS_TWO_LOG_2)).intoArray(numbers, i);
        }
    }
}
