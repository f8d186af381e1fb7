package org.initweights.internal.draw.seeded;

import org.initweights.internal.numeric.Fma;
import org.initweights.internal.random.StreamKey;
import org.initweights.internal.random.Threefry2x32;

/**
 * Floats in stages, each a small loop over arrays that C2 vectorises on every JDK, without flags.
 *
 * <p><b>Cost.</b> 64 million floats on two cores, JDK 17 / 25: uniform 1420 / 2342 million a second, normal 828 / 972, truncated normal
 * 574 / 713 ({@code runtime/docs/speed.md}). {@code ThroughputSmokeTest} fails if one of the loops loses its vector instructions.
 *
 * <p><b>Limits.</b> One belongs to one thread; its scratch arrays have about 50 kB.
 */
final class StagedTransforms implements FloatTransforms {

    private static final int N = Threefry2x32.BLOCKS;

    private final WordFloats numbers = WordFloats.create();
    private final BoxMuller normals = new BoxMuller(numbers);
    private final TailQuantile truncated = new TailQuantile(numbers);

    /** A loop over words vectorises only if values have the same index, so that what goes elsewhere is copied. */
    private final float[] values = new float[N];

    @Override
    public void blocks(StreamKey key, long first, int[] x0, int[] x1) {
        Threefry2x32.generate(key.k0(), key.k1(), first, x0, x1);
    }

    @Override
    public void uniform(int[] words, float[] out, int offset, float unit, float lower) {
        numbers.uniform(words, values, unit, lower);
        System.arraycopy(values, 0, out, offset, N);
    }

    @Override
    public void normal(int[] x0, int[] x1, float[] out, int offset, float std, float mean) {
        normals.draw(x0, x1, std, mean);
        System.arraycopy(normals.cosine, 0, out, offset, N);
        System.arraycopy(normals.sine, 0, out, offset + N, N);
    }

    @Override
    public void truncatedNormal(int[] words, float[] out, int offset, FloatTruncation truncation) {
        truncated.draw(words, truncation.sides());
        clamp(truncated.values, truncation.std(), truncation.mean(), truncation.least(), truncation.largest());
        System.arraycopy(truncated.values, 0, out, offset, N);
    }

    /**
     * Standard values times std plus mean, as one operation, and not beyond the outermost floats. Minimum and maximum do not depend on the
     * order, since the least is not above the largest.
     */
    private static void clamp(float[] values, float std, float mean, float least, float largest) {
        for (int i = 0; i < N; i++) {
            values[i] = Math.max(least, Math.min(largest, Fma.of(values[i], std, mean)));
        }
    }
}
