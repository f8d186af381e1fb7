package org.initweights.benchmarks.peer;

import static org.initweights.benchmarks.peer.Workload.BOUND;
import static org.initweights.benchmarks.peer.Workload.ELEMENTS;
import static org.initweights.benchmarks.peer.Workload.STD;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A loop over Commons RNG's XoShiRo128++, for normals with its ziggurat, on one thread. */
@State(Scope.Benchmark)
public class CommonsRng {

    private final UniformRandomProvider random = RandomSource.XO_SHI_RO_128_PP.create(42);
    private final ZigguratSampler.NormalizedGaussian ziggurat = ZigguratSampler.NormalizedGaussian.of(random);
    private final float[] array = new float[ELEMENTS];

    public float[] uniform() {
        for (int i = 0; i < ELEMENTS; i++) {
            array[i] = random.nextFloat() * (2 * BOUND) - BOUND;
        }
        return array;
    }

    public float[] normal() {
        for (int i = 0; i < ELEMENTS; i++) {
            array[i] = (float) ziggurat.sample() * STD;
        }
        return array;
    }
}
