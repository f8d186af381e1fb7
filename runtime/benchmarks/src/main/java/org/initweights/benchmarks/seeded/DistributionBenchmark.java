package org.initweights.benchmarks.seeded;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.Weights;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** 64 million floats: ours and PyTorch's on as many threads as they take, and generators that users would loop over. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
public class DistributionBenchmark {

    private static final int ELEMENTS = 1 << 26;

    private final Weights weights =
            Weights.of(builder -> builder.tensor("linear.weight", Initializers.zeros(), 8192, 8192));
    private final float[] array = weights.floats("linear.weight");
    private final SplittableRandom splittable = new SplittableRandom(42);
    private final UniformRandomProvider commons = RandomSource.XO_SHI_RO_128_PP.create(42);
    private final ZigguratSampler.NormalizedGaussian ziggurat = ZigguratSampler.NormalizedGaussian.of(commons);
    private Tensor tensor;

    /** PyTorch takes as many threads as it wants. */
    @Setup
    public void prepare() {
        torch.manual_seed(42);
        tensor = torch.empty(ELEMENTS);
    }

    /** The limit. */
    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public float[] arraysFill() {
        Arrays.fill(array, 0.5f);
        return array;
    }

    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public float[] uniform() {
        return initialize(Initializers.uniform(-0.1, 0.1));
    }

    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public float[] normal() {
        return initialize(Initializers.normal(0, 0.02));
    }

    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public float[] truncatedNormal() {
        return initialize(Initializers.truncNormal(0, 0.02, -0.04, 0.04));
    }

    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public float[] kaimingUniform() {
        return initialize(Initializers.kaimingUniform());
    }

    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public float[] xavierNormal() {
        return initialize(Initializers.xavierNormal());
    }

    private float[] initialize(Initializer initializer) {
        weights.parameters().with(initializer).initialize(42);
        return array;
    }

    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public Tensor uniformByPyTorch() {
        return tensor.uniform_(-0.1, 0.1, new GeneratorOptional());
    }

    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public Tensor normalByPyTorch() {
        return tensor.normal_(0, 0.02, new GeneratorOptional());
    }

    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public float[] uniformBySplittableRandom() {
        for (int i = 0; i < ELEMENTS; i++) {
            array[i] = splittable.nextFloat() * 0.2f - 0.1f;
        }
        return array;
    }

    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public float[] normalBySplittableRandom() {
        for (int i = 0; i < ELEMENTS; i++) {
            array[i] = (float) splittable.nextGaussian() * 0.02f;
        }
        return array;
    }

    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public float[] uniformByCommonsRng() {
        for (int i = 0; i < ELEMENTS; i++) {
            array[i] = commons.nextFloat() * 0.2f - 0.1f;
        }
        return array;
    }

    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public float[] normalByCommonsRng() {
        for (int i = 0; i < ELEMENTS; i++) {
            array[i] = (float) ziggurat.sample() * 0.02f;
        }
        return array;
    }
}
