package org.initweights.benchmarks.frameworks;

import static org.initweights.benchmarks.peer.Workload.BOUND;
import static org.initweights.benchmarks.peer.Workload.CUT;
import static org.initweights.benchmarks.peer.Workload.STD;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.initializer.NormalInitializer;
import ai.djl.training.initializer.TruncatedNormalInitializer;
import ai.djl.training.initializer.UniformInitializer;
import ai.djl.training.initializer.XavierInitializer;
import java.util.concurrent.TimeUnit;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.initweights.djl.DjlArrayAdapter;
import org.initweights.djl.DjlInitializer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * 25 million floats of DJL's PyTorch engine: by DJL's initializers, by ours in DJL's place, and by ours in the memory of an array that is there.
 *
 * <p>DJL cannot write an array that is there: each of its initializers makes a new one, as ours do where they stand in for DJL's.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DjlBenchmark {

    private static final Shape SHAPE = new Shape(5000, 5000);

    private final NDManager manager = NDManager.newBaseManager();
    private final NDArray array = manager.zeros(SHAPE);
    private final RandomSource torch = RandomSource.torch(42);
    private final RandomSource sequence = RandomSource.sequence(42);

    @TearDown
    public void close() {
        manager.close();
    }

    private void theirs(ai.djl.training.initializer.Initializer initializer) {
        initializer.initialize(manager, SHAPE, DataType.FLOAT32).close();
    }

    private void inPlace(Initializer initializer, RandomSource random) {
        Parameters.of(p -> p.tensor("weight", array, new DjlArrayAdapter(), initializer, 5000, 5000))
                .initialize(random);
    }

    @Benchmark
    public void normalOfDjl() {
        theirs(new NormalInitializer(STD));
    }

    @Benchmark
    public void normalInItsPlace() {
        theirs(DjlInitializer.of(Initializers.normal(0, STD), sequence));
    }

    @Benchmark
    public void normalInMemory() {
        inPlace(Initializers.normal(0, STD), sequence);
    }

    @Benchmark
    public void normalInMemoryWithTheSameNumbers() {
        inPlace(Initializers.normal(0, STD), torch);
    }

    @Benchmark
    public void uniformOfDjl() {
        theirs(new UniformInitializer(BOUND));
    }

    @Benchmark
    public void uniformInItsPlace() {
        theirs(DjlInitializer.of(Initializers.uniform(-BOUND, BOUND), sequence));
    }

    @Benchmark
    public void uniformInMemory() {
        inPlace(Initializers.uniform(-BOUND, BOUND), sequence);
    }

    @Benchmark
    public void uniformInMemoryWithTheSameNumbers() {
        inPlace(Initializers.uniform(-BOUND, BOUND), torch);
    }

    @Benchmark
    public void xavierOfDjl() {
        theirs(new XavierInitializer());
    }

    @Benchmark
    public void xavierInMemory() {
        inPlace(Initializers.xavierUniform(), sequence);
    }

    /** Cut at two deviations, always, by drawing more and throwing away what is outside. */
    @Benchmark
    public void truncatedNormalOfDjl() {
        theirs(new TruncatedNormalInitializer(STD));
    }

    @Benchmark
    public void truncatedNormalInMemory() {
        inPlace(Initializers.truncNormal(0, STD, -CUT, CUT), sequence);
    }

    @Benchmark
    public void truncatedNormalInMemoryWithPytorchsNumbers() {
        inPlace(Initializers.truncNormal(0, STD, -CUT, CUT), torch);
    }
}
