package org.initweights.benchmarks.seeded;

import java.util.concurrent.TimeUnit;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.initweights.Initializers;
import org.initweights.Weights;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Square orthogonal matrices: ours in double, PyTorch's in float, each on as many threads as it takes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
public class OrthogonalBenchmark {

    @Param({"1024", "4096"})
    private int size;

    private Weights weights;
    private Tensor tensor;

    @Setup
    public void prepare() {
        weights = Weights.of(builder -> builder.tensor("w", Initializers.orthogonal(), size, size));
        tensor = torch.empty(size, size);
    }

    @Benchmark
    public Weights orthogonal() {
        return weights.initialize(42);
    }

    @Benchmark
    public Tensor orthogonalByPyTorch() {
        return torch.orthogonal_(tensor, 1);
    }
}
