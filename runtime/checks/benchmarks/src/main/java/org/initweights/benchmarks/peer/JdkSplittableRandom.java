package org.initweights.benchmarks.peer;

import static org.initweights.benchmarks.peer.Workload.BOUND;
import static org.initweights.benchmarks.peer.Workload.ELEMENTS;
import static org.initweights.benchmarks.peer.Workload.STD;

import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A loop over the JDK's fastest old generator, on one thread. */
@State(Scope.Benchmark)
public class JdkSplittableRandom {

    private final SplittableRandom random = new SplittableRandom(42);
    private final float[] array = new float[ELEMENTS];

    public float[] uniform() {
        for (int i = 0; i < ELEMENTS; i++) {
            array[i] = random.nextFloat() * (2 * BOUND) - BOUND;
        }
        return array;
    }

    public float[] normal() {
        for (int i = 0; i < ELEMENTS; i++) {
            array[i] = (float) random.nextGaussian() * STD;
        }
        return array;
    }
}
