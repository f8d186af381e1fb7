package org.initweights.internal.draw.seeded.vector;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.FMA;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.SQRT;
import static jdk.incubator.vector.VectorOperators.XOR;
import static org.initweights.internal.draw.seeded.vector.VectorTransforms.FLOATS;
import static org.initweights.internal.draw.seeded.vector.VectorTransforms.INTS;
import static org.initweights.internal.draw.seeded.vector.VectorTransforms.N;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import org.initweights.internal.draw.seeded.NormalPolynomials.Circle;

/**
 * Box and Muller's pairs of normals, one of each block of two words, by the Vector API: the operations of {@code seeded.BoxMuller}, whose
 * Javadoc gives the algorithm, in the same order.
 *
 * <p><b>Cost.</b> Root, sine, cosine, quadrant and scaling are 23 instructions for 32 elements; the uniform and its logarithm 20. With
 * Threefry it is 0.74 ns an element and core on JDK 17, 0.69 on 25, in cache ({@code runtime/docs/speed.md}).
 *
 * <p><b>Changes against the staged form.</b> Sine and cosine are exchanged by exclusive ors of their bits, not by products with 0 and 1.
 * The sign is the radius' sign bit. Integers are converted by the processor. None of them changes a bit, which {@code StreamStabilityTest}
 * holds.
 */
final class VectorBoxMuller {

    private static final int SIGN_BIT = 0x80000000;

    private VectorBoxMuller() {}

    /** What the radius is made of, in (0, 1]: {@code (word >>> 1 | 1) · 2⁻³¹}. */
    static void uniform(int[] x0, float[] out) {
        for (int i = 0; i < N; i += INTS.length()) {
            IntVector upper = IntVector.fromArray(INTS, x0, i).lanewise(LSHR, 1).or(1);
            ((FloatVector) upper.convertShape(I2F, FLOATS, 0)).mul(0x1p-31f).intoArray(out, i);
        }
    }

    /**
     * The pairs of these squares of radii and of the words that give the angles.
     *
     * @param square minus twice the logarithms of the uniforms
     * @param x1 the words of the angles; bit 30 exchanges sine and cosine, bit 31 is the sign of both
     * @param out takes the values of the cosine, and half a tile later those of the sine
     */
    static void pairs(float[] square, int[] x1, float[] out, float std, float mean) {
        for (int i = 0; i < N; i += INTS.length()) {
            IntVector word = IntVector.fromArray(INTS, x1, i);
            FloatVector x =
                    ((FloatVector) word.lanewise(LSHL, 2).convertShape(I2F, FLOATS, 0)).mul(Circle.HALF_PI_PER_TURN);
            FloatVector z = x.mul(x);
            FloatVector s = FloatVector.broadcast(FLOATS, Circle.SINE_X7);
            s = s.lanewise(FMA, z, Circle.SINE_X5);
            s = s.lanewise(FMA, z, Circle.SINE_X3);
            FloatVector c = FloatVector.broadcast(FLOATS, Circle.COSINE_X6);
            c = c.lanewise(FMA, z, Circle.COSINE_X4);
            c = c.lanewise(FMA, z, Circle.COSINE_X2);

            // Sine and cosine are exchanged by their bits, and negated by the sign bit of the radius.
            IntVector sine = s.mul(z).lanewise(FMA, x, x).reinterpretAsInts();
            IntVector cosine = c.lanewise(FMA, z, 1).reinterpretAsInts();
            IntVector odd = word.lanewise(LSHL, 1).lanewise(ASHR, 31);
            IntVector exchanged = sine.lanewise(XOR, cosine).and(odd);
            FloatVector radius = FloatVector.fromArray(FLOATS, square, i)
                    .lanewise(SQRT)
                    .mul(std)
                    .reinterpretAsInts()
                    .lanewise(XOR, word.and(SIGN_BIT))
                    .reinterpretAsFloats();
            cosine.lanewise(XOR, exchanged)
                    .reinterpretAsFloats()
                    .lanewise(FMA, radius, mean)
                    .intoArray(out, i);
            sine.lanewise(XOR, exchanged)
                    .reinterpretAsFloats()
                    .lanewise(FMA, radius, mean)
                    .intoArray(out, N + i);
        }
    }
}
