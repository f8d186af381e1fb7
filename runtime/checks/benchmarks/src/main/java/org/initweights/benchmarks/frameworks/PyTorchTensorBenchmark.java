package org.initweights.benchmarks.frameworks;

import static org.initweights.benchmarks.peer.Workload.BOUND;
import static org.initweights.benchmarks.peer.Workload.CUT;
import static org.initweights.benchmarks.peer.Workload.STD;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.initweights.benchmarks.peer.PyTorch;
import org.initweights.pytorch.TorchTensorAdapter;
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

/** 25 million floats of one PyTorch tensor: by this library in the tensor's memory, by PyTorch itself, and by filling an array. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(2)
public class PyTorchTensorBenchmark {

    private static final int ELEMENTS = 25_000_000;

    /** Where our numbers come from. */
    public enum Source {
        SEEDED {
            @Override
            RandomSource start() {
                return RandomSource.seeded(42);
            }
        },
        TORCH {
            @Override
            RandomSource start() {
                return RandomSource.torch(42);
            }
        };

        abstract RandomSource start();
    }

    /** What is drawn. */
    @State(Scope.Benchmark)
    public static class Ours {

        @Param
        private Source source = Source.SEEDED;

        private RandomSource random = Source.SEEDED.start();
        private Parameters normal = parameter(Initializers.zeros());
        private Parameters uniform = normal;
        private Parameters truncated = normal;

        @Setup
        public void prepare() {
            random = source.start();
            normal = normal.with(Initializers.normal(0, STD));
            uniform = normal.with(Initializers.uniform(-BOUND, BOUND));
            truncated = normal.with(Initializers.truncNormal(0, STD, -CUT, CUT));
        }

        private static Parameters parameter(Initializer initializer) {
            Tensor tensor = torch.empty(ELEMENTS);
            return Parameters.of(p -> p.tensor("weight", tensor, new TorchTensorAdapter(), initializer, ELEMENTS));
        }
    }

    /** PyTorch's own. */
    @State(Scope.Benchmark)
    public static class Theirs {
        private final PyTorch pytorch = PyTorch.of(ELEMENTS);
    }

    /** A floor: the memory's speed. */
    @State(Scope.Benchmark)
    public static class Floor {
        private final float[] array = new float[ELEMENTS];
    }

    @Benchmark
    public Parameters normal(Ours ours) {
        ours.normal.initialize(ours.random);
        return ours.normal;
    }

    @Benchmark
    public Tensor normalByPyTorch(Theirs theirs) {
        return theirs.pytorch.normal();
    }

    @Benchmark
    public Parameters uniform(Ours ours) {
        ours.uniform.initialize(ours.random);
        return ours.uniform;
    }

    @Benchmark
    public Tensor uniformByPyTorch(Theirs theirs) {
        return theirs.pytorch.uniform();
    }

    @Benchmark
    public Parameters truncatedNormal(Ours ours) {
        ours.truncated.initialize(ours.random);
        return ours.truncated;
    }

    @Benchmark
    public Tensor truncatedNormalByPyTorch(Theirs theirs) {
        return theirs.pytorch.truncatedNormal();
    }

    @Benchmark
    public Tensor truncatedNormalOfOldPyTorch(Theirs theirs) {
        return theirs.pytorch.truncatedNormalUpTo211();
    }

    @Benchmark
    public float[] arraysFill(Floor floor) {
        Arrays.fill(floor.array, 1.5f);
        return floor.array;
    }
}
