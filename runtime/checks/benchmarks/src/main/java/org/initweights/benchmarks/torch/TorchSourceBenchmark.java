package org.initweights.benchmarks.torch;

import java.util.concurrent.TimeUnit;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.initweights.Initializers;
import org.initweights.RandomSource;
import org.initweights.TorchBuild;
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

/** The same floats by {@code RandomSource.torch} and by PyTorch, each on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(2)
public class TorchSourceBenchmark {

    private static final int ELEMENTS = 1 << 22;

    private final RandomSource source = RandomSource.torch(42);
    private final RandomSource scalarSource = RandomSource.torch(42, TorchBuild.SCALAR);
    private final Weights uniform = Weights.of(builder -> builder.tensor("w", Initializers.uniform(-1, 1), ELEMENTS));
    private final Weights normal = Weights.of(builder -> builder.tensor("w", Initializers.normal(0, 0.02), ELEMENTS));
    private final Weights truncated =
            Weights.of(builder -> builder.tensor("w", Initializers.truncNormal(0, 1, -2, 2), ELEMENTS));
    private Tensor tensor;

    /** One thread for PyTorch as for us. */
    @Setup
    public void prepare() {
        torch.set_num_threads(1);
        torch.manual_seed(42);
        tensor = torch.empty(ELEMENTS);
    }

    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public Weights uniform() {
        return uniform.initialize(source);
    }

    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public Tensor uniformByPyTorch() {
        return tensor.uniform_(-1, 1, new GeneratorOptional());
    }

    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public Weights normal() {
        return normal.initialize(source);
    }

    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public Tensor normalByPyTorch() {
        return tensor.normal_(0, 0.02, new GeneratorOptional());
    }

    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public Weights truncatedNormal() {
        return truncated.initialize(source);
    }

    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public Weights normalOfTheScalarBuild() {
        return normal.initialize(scalarSource);
    }
}
