package org.initweights.benchmarks.frameworks;

import static org.initweights.benchmarks.peer.Workload.BOUND;
import static org.initweights.benchmarks.peer.Workload.CUT;
import static org.initweights.benchmarks.peer.Workload.STD;

import java.util.concurrent.TimeUnit;
import org.deeplearning4j.nn.weights.WeightInit;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.nd4j.Nd4jAdapter;
import org.initweights.nd4j.Nd4jWeightInit;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.random.impl.GaussianDistribution;
import org.nd4j.linalg.api.ops.random.impl.TruncatedNormalDistribution;
import org.nd4j.linalg.api.ops.random.impl.UniformDistribution;
import org.nd4j.linalg.factory.Nd4j;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** 25 million floats of one array: by this library in its memory or, in the order of a dense layer's weight, by one assignment; and by ND4J itself. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(2)
public class Nd4jBenchmark {

    private static final int SIDE = 5_000;
    private static final TensorShape SHAPE = TensorShape.of(SIDE, SIDE);
    private static final Nd4jAdapter ADAPTER = new Nd4jAdapter();
    private static final RandomSource SEEDED = RandomSource.seeded(42);

    private final INDArray array = Nd4j.createUninitialized(DataType.FLOAT, SIDE, SIDE);
    private final INDArray flat = Nd4j.createUninitialized(DataType.FLOAT, (long) SIDE * SIDE);

    private INDArray fill(Initializer initializer) {
        initializer.fill("weight", array, ADAPTER, SHAPE, SEEDED);
        return array;
    }

    @Benchmark
    public INDArray normal() {
        return fill(Initializers.normal(0, STD));
    }

    @Benchmark
    public INDArray normalByNd4j() {
        return Nd4j.getExecutioner().exec(new GaussianDistribution(array, 0, STD));
    }

    @Benchmark
    public INDArray uniform() {
        return fill(Initializers.uniform(-BOUND, BOUND));
    }

    @Benchmark
    public INDArray uniformByNd4j() {
        return Nd4j.getExecutioner().exec(new UniformDistribution(array, -BOUND, BOUND));
    }

    @Benchmark
    public INDArray truncatedNormal() {
        return fill(Initializers.truncNormal(0, STD, -CUT, CUT));
    }

    @Benchmark
    public INDArray truncatedNormalByNd4j() {
        return Nd4j.getExecutioner().exec(new TruncatedNormalDistribution(array, 0, STD));
    }

    private INDArray dense(Initializer initializer) {
        return Nd4jWeightInit.of(initializer, SEEDED).init(SIDE, SIDE, new long[] {SIDE, SIDE}, 'f', flat);
    }

    private INDArray dense(WeightInit init) {
        return init.getWeightInitFunction().init(SIDE, SIDE, new long[] {SIDE, SIDE}, 'f', flat);
    }

    @Benchmark
    public INDArray denseXavierNormal() {
        return dense(Initializers.xavierNormal());
    }

    @Benchmark
    public INDArray denseXavierNormalByDeeplearning4j() {
        return dense(WeightInit.XAVIER);
    }

    @Benchmark
    public INDArray denseXavierUniform() {
        return dense(Initializers.xavierUniform());
    }

    @Benchmark
    public INDArray denseXavierUniformByDeeplearning4j() {
        return dense(WeightInit.XAVIER_UNIFORM);
    }
}
