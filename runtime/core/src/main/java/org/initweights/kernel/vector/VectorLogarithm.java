package org.initweights.kernel.vector;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.I2F;
import static org.initweights.kernel.vector.VectorTransforms.FLOATS;
import static org.initweights.kernel.vector.VectorTransforms.N;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/** The natural logarithm of positive floats, as Cephes computes it. */
final class VectorLogarithm {

    /** The bits of √½; subtracting them moves the exponent of numbers in [√½, √2) to 0. */
    private static final int SQRT_HALF_BITS = 0x3F3504F3;

    private VectorLogarithm() {}

    /** Replaces each number by its logarithm. */
    static void apply(float[] numbers) {
        for (int i = 0; i < N; i += FLOATS.length()) {
            IntVector shifted = FloatVector.fromArray(FLOATS, numbers, i)
                    .reinterpretAsInts()
                    .sub(SQRT_HALF_BITS);
            FloatVector e = (FloatVector) shifted.lanewise(ASHR, 23).convertShape(I2F, FLOATS, 0);
            FloatVector t = shifted.and(0x007FFFFF)
                    .add(SQRT_HALF_BITS)
                    .reinterpretAsFloats()
                    .sub(1);
            FloatVector z = t.mul(t);
            FloatVector y = t.mul(7.0376836292E-2f).sub(1.1514610310E-1f);
            y = y.mul(t).add(1.1676998740E-1f);
            y = y.mul(t).sub(1.2420140846E-1f);
            y = y.mul(t).add(1.4249322787E-1f);
            y = y.mul(t).sub(1.6668057665E-1f);
            y = y.mul(t).add(2.0000714765E-1f);
            y = y.mul(t).sub(2.4999993993E-1f);
            y = y.mul(t).add(3.3333331174E-1f);
            y = y.mul(t).mul(z).add(e.mul(-2.12194440e-4f)).sub(z.mul(0.5f));
            t.add(y).add(e.mul(0.693359375f)).intoArray(numbers, i);
        }
    }
}
