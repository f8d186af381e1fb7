package org.initweights.internal.draw.seeded.vector;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.FMA;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.NOT;
import static jdk.incubator.vector.VectorOperators.SQRT;
import static jdk.incubator.vector.VectorOperators.XOR;
import static org.initweights.internal.draw.seeded.vector.VectorTransforms.FLOATS;
import static org.initweights.internal.draw.seeded.vector.VectorTransforms.INTS;
import static org.initweights.internal.draw.seeded.vector.VectorTransforms.N;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import org.initweights.internal.draw.seeded.FloatTruncation;
import org.initweights.internal.draw.seeded.NormalPolynomials.CentralQuantile;
import org.initweights.internal.draw.seeded.NormalPolynomials.OuterQuantile;
import org.initweights.internal.draw.seeded.QuantileSides;

/**
 * Normals of an interval by the quantile, one of each word, by the Vector API: the operations of {@code seeded.TailQuantile}, whose
 * Javadoc gives the algorithm and its error, with the same coefficients.
 *
 * <p><b>Cost.</b> 64 million floats on two cores: 1467 million a second on JDK 17, 1489 on 25 ({@code runtime/docs/speed.md}).
 *
 * <p><b>Changes against the staged form.</b> Sides and polynomials are chosen by masks of bits, not blended by products with 0 and 1; the
 * side is -1 or 1 from the beginning. No bit changes, which {@code StreamStabilityTest} holds.
 */
final class VectorQuantile {

    private static final int SIGN_BIT = 0x80000000;
    private static final int ONE_BITS = 0x3F800000;

    private VectorQuantile() {}

    /**
     * Of each word the side, -1 below 0 and else 1, the probability q beyond the value, and 4q(1 - q).
     *
     * <p>Whether an unsigned word is below the threshold is the borrow of a subtraction, in the sign bit, since the API compares signed
     * numbers. A word becomes a float by its halves, high · 65536 + low, which rounds once; ½ is added after that, as in the staged form.
     */
    static void probability(int[] words, QuantileSides sides, float[] side, float[] q, float[] square) {
        IntVector lowerUnit = FloatVector.broadcast(FLOATS, sides.lowerUnit()).reinterpretAsInts();
        IntVector upperUnit = FloatVector.broadcast(FLOATS, sides.upperUnit()).reinterpretAsInts();
        IntVector lowerTail = FloatVector.broadcast(FLOATS, sides.lowerTail()).reinterpretAsInts();
        IntVector upperTail = FloatVector.broadcast(FLOATS, sides.upperTail()).reinterpretAsInts();
        int threshold = sides.threshold();
        int always = sides.allLower();
        for (int i = 0; i < N; i += INTS.length()) {
            IntVector word = IntVector.fromArray(INTS, words, i);
            IntVector not = word.lanewise(NOT);
            IntVector borrow = not.or(threshold).and(word.sub(threshold));
            IntVector isLower = not.and(threshold).or(borrow).lanewise(ASHR, 31).or(always);
            IntVector counted = word.lanewise(XOR, isLower.lanewise(NOT));
            FloatVector high = (FloatVector) counted.lanewise(LSHR, 16).convertShape(I2F, FLOATS, 0);
            FloatVector low = (FloatVector) counted.and(0xFFFF).convertShape(I2F, FLOATS, 0);
            FloatVector number = high.mul(65536).add(low).add(0.5f);
            IntVector unit =
                    upperUnit.lanewise(XOR, upperUnit.lanewise(XOR, lowerUnit).and(isLower));
            IntVector tail =
                    upperTail.lanewise(XOR, upperTail.lanewise(XOR, lowerTail).and(isLower));
            FloatVector p = number.lanewise(FMA, unit.reinterpretAsFloats(), tail.reinterpretAsFloats());
            p.intoArray(q, i);
            isLower.and(SIGN_BIT).or(ONE_BITS).reinterpretAsFloats().intoArray(side, i);
            FloatVector rest = FloatVector.broadcast(FLOATS, 1).sub(p);
            p.mul(rest).mul(4).intoArray(square, i);
        }
    }

    /** The values over 1 - 2q, where the logarithms are near 0. */
    static void central(float[] logarithm, float[] ratio) {
        for (int i = 0; i < N; i += FLOATS.length()) {
            FloatVector t =
                    FloatVector.fromArray(FLOATS, logarithm, i).mul(0.5f).sub(CentralQuantile.CENTRE);
            FloatVector p = FloatVector.broadcast(FLOATS, CentralQuantile.T8);
            p = p.lanewise(FMA, t, CentralQuantile.T7);
            p = p.lanewise(FMA, t, CentralQuantile.T6);
            p = p.lanewise(FMA, t, CentralQuantile.T5);
            p = p.lanewise(FMA, t, CentralQuantile.T4);
            p = p.lanewise(FMA, t, CentralQuantile.T3);
            p = p.lanewise(FMA, t, CentralQuantile.T2);
            p = p.lanewise(FMA, t, CentralQuantile.T1);
            p.lanewise(FMA, t, CentralQuantile.T0).intoArray(ratio, i);
        }
    }

    /**
     * Replaces the values over 1 - 2q where the logarithms are not near 0. All are computed, and chosen by a mask that is the sign of a
     * subtraction of bits, which are in the order of the numbers, as no logarithm is negative.
     */
    static void tail(float[] logarithm, float[] ratio) {
        for (int i = 0; i < N; i += FLOATS.length()) {
            FloatVector length = FloatVector.fromArray(FLOATS, logarithm, i);
            FloatVector t = length.mul(0.5f).lanewise(SQRT).sub(OuterQuantile.CENTRE);
            FloatVector p = FloatVector.broadcast(FLOATS, OuterQuantile.T9);
            p = p.lanewise(FMA, t, OuterQuantile.T8);
            p = p.lanewise(FMA, t, OuterQuantile.T7);
            p = p.lanewise(FMA, t, OuterQuantile.T6);
            p = p.lanewise(FMA, t, OuterQuantile.T5);
            p = p.lanewise(FMA, t, OuterQuantile.T4);
            p = p.lanewise(FMA, t, OuterQuantile.T3);
            p = p.lanewise(FMA, t, OuterQuantile.T2);
            p = p.lanewise(FMA, t, OuterQuantile.T1);
            IntVector tail = p.lanewise(FMA, t, OuterQuantile.T0).reinterpretAsInts();

            IntVector isCentral =
                    length.reinterpretAsInts().sub(CentralQuantile.LIMIT_BITS).lanewise(ASHR, 31);
            IntVector central = FloatVector.fromArray(FLOATS, ratio, i).reinterpretAsInts();
            tail.lanewise(XOR, tail.lanewise(XOR, central).and(isCentral))
                    .reinterpretAsFloats()
                    .intoArray(ratio, i);
        }
    }

    /** The values, scaled and clamped; below 0 they are negative. */
    static void values(FloatTruncation truncation, float[] side, float[] q, float[] ratio, float[] out, int offset) {
        float std = truncation.std();
        float mean = truncation.mean();
        float least = truncation.least();
        float largest = truncation.largest();
        for (int i = 0; i < N; i += FLOATS.length()) {
            FloatVector p = FloatVector.fromArray(FLOATS, q, i);
            FloatVector sign = FloatVector.fromArray(FLOATS, side, i);
            FloatVector standard = FloatVector.broadcast(FLOATS, 1)
                    .sub(p.mul(2))
                    .mul(sign)
                    .mul(FloatVector.fromArray(FLOATS, ratio, i));
            standard.lanewise(FMA, FloatVector.broadcast(FLOATS, std), mean)
                    .min(largest)
                    .max(least)
                    .intoArray(out, offset + i);
        }
    }
}
