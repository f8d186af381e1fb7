package org.initweights.testing;

import java.util.Arrays;
import java.util.Random;

/** Normal numbers of the JDK's generator, for tests that need some that mean nothing. */
public final class Normals {

    private Normals() {}

    /** The same ones for a seed. */
    public static double[] of(long seed, int count) {
        Random random = new Random(seed);
        double[] values = new double[count];
        Arrays.setAll(values, i -> random.nextGaussian());
        return values;
    }
}
