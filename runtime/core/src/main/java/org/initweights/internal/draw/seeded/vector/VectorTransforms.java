package org.initweights.internal.draw.seeded.vector;

import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LSHR;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;
import org.initweights.internal.draw.seeded.FloatTransforms;
import org.initweights.internal.draw.seeded.FloatTruncation;
import org.initweights.internal.random.StreamKey;
import org.initweights.internal.random.Threefry2x32;

/**
 * Floats by vectors as wide as the processor's. The operations are those of the staged form, whose classes explain them, in the same
 * order, and so the bits are the same; loops are longer here, and conversions and choices are single instructions.
 *
 * <p><b>Cost.</b> 64 million floats on two cores, JDK 17 / 25: uniform 2659 / 3208 million a second, normal 1999 / 2407, truncated normal
 * 1467 / 1489 ({@code runtime/docs/speed.md}).
 *
 * <p><b>Limits.</b> Vectors need eight lanes to win. Before C2 has compiled these methods a vector is an object, and they are a hundred
 * times slower. One belongs to one thread.
 */
public final class VectorTransforms implements FloatTransforms {

    static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;

    /** How many values half a tile has, which each loop makes. */
    static final int N = Threefry2x32.BLOCKS;

    /** Narrower vectors win nothing over the staged form. */
    private static final int LEAST_LANES = 8;

    private final float[] logarithm = new float[N];
    private final float[] pairs = new float[2 * N];
    private final float[] side = new float[N];
    private final float[] probability = new float[N];
    private final float[] ratio = new float[N];

    /** Whether vectors are so wide that they are faster than the staged form, and fill half a tile without rest. */
    public static boolean isWide() {
        return FLOATS.length() >= LEAST_LANES && N % FLOATS.length() == 0;
    }

    @Override
    public void blocks(StreamKey key, long first, int[] x0, int[] x1) {
        VectorThreefry.generate(key.k0(), key.k1(), first, x0, x1);
    }

    @Override
    public void uniform(int[] words, float[] out, int offset, float unit, float lower) {
        for (int i = 0; i < N; i += INTS.length()) {
            IntVector bits = IntVector.fromArray(INTS, words, i).lanewise(LSHR, 8);
            FloatVector number = (FloatVector) bits.convertShape(I2F, FLOATS, 0);
            number.mul(unit).add(lower).intoArray(out, offset + i);
        }
    }

    @Override
    public void normal(int[] x0, int[] x1, float[] out, int offset, float std, float mean) {
        VectorBoxMuller.uniform(x0, logarithm);
        VectorLogarithm.apply(logarithm);
        VectorBoxMuller.pairs(logarithm, x1, pairs, std, mean);
        // Memory takes one stream of stores faster than the two of the pairs.
        System.arraycopy(pairs, 0, out, offset, pairs.length);
    }

    @Override
    public void truncatedNormal(int[] words, float[] out, int offset, FloatTruncation truncation) {
        VectorQuantile.probability(words, truncation.sides(), side, probability, logarithm);
        VectorLogarithm.apply(logarithm);
        VectorQuantile.central(logarithm, ratio);
        if (!truncation.sides().isCentral()) {
            VectorQuantile.tail(logarithm, ratio);
        }
        VectorQuantile.values(truncation, side, probability, ratio, out, offset);
    }
}
