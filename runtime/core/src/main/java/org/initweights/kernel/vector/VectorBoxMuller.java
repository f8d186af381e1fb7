package org.initweights.kernel.vector;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.SQRT;
import static jdk.incubator.vector.VectorOperators.XOR;
import static org.initweights.kernel.vector.VectorTransforms.FLOATS;
import static org.initweights.kernel.vector.VectorTransforms.INTS;
import static org.initweights.kernel.vector.VectorTransforms.N;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/** Box and Muller's pairs of normals, one of each block of two words. */
final class VectorBoxMuller {

    private static final float HALF_PI_PER_TURN = (float) (Math.PI / 2 * 0x1p-32);

    private VectorBoxMuller() {}

    /** What the radius is made of, in (0, 1]. */
    static void uniform(int[] x0, float[] out) {
        for (int i = 0; i < N; i += INTS.length()) {
            IntVector upper = IntVector.fromArray(INTS, x0, i).lanewise(LSHR, 1).or(1);
            ((FloatVector) upper.convertShape(I2F, FLOATS, 0)).mul(0x1p-31f).intoArray(out, i);
        }
    }

    /** The pairs of these logarithms of uniforms and the words that give the angles. */
    static void pairs(float[] logarithm, int[] x1, float[] out, float std, float mean) {
        for (int i = 0; i < N; i += INTS.length()) {
            IntVector word = IntVector.fromArray(INTS, x1, i);
            FloatVector x = ((FloatVector) word.lanewise(LSHL, 2).convertShape(I2F, FLOATS, 0)).mul(HALF_PI_PER_TURN);
            FloatVector z = x.mul(x);
            FloatVector s =
                    z.mul(-1.9515295891E-4f).add(8.3321608736E-3f).mul(z).sub(1.6666654611E-1f);
            s = s.mul(z).mul(x).add(x);
            FloatVector c = z.mul(2.443315711809948E-5f)
                    .sub(1.388731625493765E-3f)
                    .mul(z)
                    .add(4.166664568298827E-2f);
            c = c.mul(z).mul(z).sub(z.mul(0.5f)).add(1);

            // Exchanged and negated by their bits; 0 - s, not -s, is what the products of the staged form give.
            IntVector odd = word.lanewise(LSHL, 1).lanewise(ASHR, 31);
            IntVector sign = word.and(0x80000000);
            IntVector sine = s.reinterpretAsInts();
            IntVector cosine = c.reinterpretAsInts();
            IntVector negated = FloatVector.zero(FLOATS).sub(s).reinterpretAsInts();
            IntVector toSine = sine.lanewise(XOR, cosine).and(odd);
            IntVector toCosine = cosine.lanewise(XOR, negated).and(odd);
            sine = sine.lanewise(XOR, toSine).lanewise(XOR, sign);
            cosine = cosine.lanewise(XOR, toCosine).lanewise(XOR, sign);

            FloatVector radius =
                    FloatVector.fromArray(FLOATS, logarithm, i).mul(-2).lanewise(SQRT);
            cosine.reinterpretAsFloats().mul(radius).mul(std).add(mean).intoArray(out, i);
            sine.reinterpretAsFloats().mul(radius).mul(std).add(mean).intoArray(out, N + i);
        }
    }
}
