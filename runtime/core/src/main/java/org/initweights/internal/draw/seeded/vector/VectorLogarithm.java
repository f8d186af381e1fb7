package org.initweights.internal.draw.seeded.vector;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.FMA;
import static jdk.incubator.vector.VectorOperators.I2F;
import static org.initweights.internal.draw.seeded.vector.VectorTransforms.FLOATS;
import static org.initweights.internal.draw.seeded.vector.VectorTransforms.N;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import org.initweights.internal.draw.seeded.NormalPolynomials.Logarithm;

/**
 * Minus twice the natural logarithm of floats in (0, 1], by the Vector API: the operations of {@code seeded.FloatLogarithm}, with the same
 * coefficients, in the same order. Casts between floats and bits cost nothing here, so that both stages are one loop.
 */
final class VectorLogarithm {

    private VectorLogarithm() {}

    /** Replaces each number by minus twice its logarithm. */
    static void apply(float[] numbers) {
        for (int i = 0; i < N; i += FLOATS.length()) {
            IntVector shifted = FloatVector.fromArray(FLOATS, numbers, i)
                    .reinterpretAsInts()
                    .sub(Logarithm.SQRT_HALF_BITS);
            FloatVector e = (FloatVector) shifted.lanewise(ASHR, 23).convertShape(I2F, FLOATS, 0);
            FloatVector t = FloatVector.broadcast(FLOATS, 1)
                    .sub(shifted.and(0x007FFFFF).add(Logarithm.SQRT_HALF_BITS).reinterpretAsFloats());
            FloatVector p = FloatVector.broadcast(FLOATS, Logarithm.T9);
            p = p.lanewise(FMA, t, Logarithm.T8);
            p = p.lanewise(FMA, t, Logarithm.T7);
            p = p.lanewise(FMA, t, Logarithm.T6);
            p = p.lanewise(FMA, t, Logarithm.T5);
            p = p.lanewise(FMA, t, Logarithm.T4);
            p = p.lanewise(FMA, t, Logarithm.T3);
            p = p.lanewise(FMA, t, Logarithm.T2);
            p = p.lanewise(FMA, t, Logarithm.T1);
            p.lanewise(FMA, t, e.mul(Logarithm.MINUS_TWO_LOG_2)).intoArray(numbers, i);
        }
    }
}
