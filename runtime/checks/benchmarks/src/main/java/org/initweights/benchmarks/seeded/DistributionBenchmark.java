package org.initweights.benchmarks.seeded;

import static org.initweights.benchmarks.peer.Workload.BOUND;
import static org.initweights.benchmarks.peer.Workload.CUT;
import static org.initweights.benchmarks.peer.Workload.ELEMENTS;
import static org.initweights.benchmarks.peer.Workload.STD;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.Weights;
import org.initweights.benchmarks.peer.CommonsRng;
import org.initweights.benchmarks.peer.Djl;
import org.initweights.benchmarks.peer.JdkSplittableRandom;
import org.initweights.benchmarks.peer.Nd4jNative;
import org.initweights.benchmarks.peer.PyTorch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** 64 million floats: ours beside {@code Arrays.fill}, and each peer's. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
public class DistributionBenchmark {

    private final Weights weights =
            Weights.of(builder -> builder.tensor("linear.weight", Initializers.zeros(), 8192, 8192));
    private final float[] array = weights.floats("linear.weight");

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
        return initialize(Initializers.uniform(-BOUND, BOUND));
    }

    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public float[] normal() {
        return initialize(Initializers.normal(0, STD));
    }

    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public float[] truncatedNormal() {
        return initialize(Initializers.truncNormal(0, STD, -CUT, CUT));
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

    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    @Fork(
            value = 1,
            jvmArgsAppend = {"-Xmx4g", "--add-modules=jdk.incubator.vector"})
    public float[] uniformByVectors() {
        return uniform();
    }

    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    @Fork(
            value = 1,
            jvmArgsAppend = {"-Xmx4g", "--add-modules=jdk.incubator.vector"})
    public float[] normalByVectors() {
        return normal();
    }

    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    @Fork(
            value = 1,
            jvmArgsAppend = {"-Xmx4g", "--add-modules=jdk.incubator.vector"})
    public float[] truncatedNormalByVectors() {
        return truncatedNormal();
    }

    private float[] initialize(Initializer initializer) {
        weights.parameters().with(initializer).initialize(42);
        return array;
    }

    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public Object uniformByPyTorch(PyTorch peer) {
        return peer.uniform();
    }

    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public Object normalByPyTorch(PyTorch peer) {
        return peer.normal();
    }

    /** As PyTorch 2.12 and later. */
    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public Object truncatedNormalByPyTorch(PyTorch peer) {
        return peer.truncatedNormal();
    }

    /** As PyTorch up to 2.11. */
    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public Object truncatedNormalByPyTorch211(PyTorch peer) {
        return peer.truncatedNormalUpTo211();
    }

    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public void uniformByDjl(Djl peer) {
        peer.uniform();
    }

    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public void normalByDjl(Djl peer) {
        peer.normal();
    }

    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public void truncatedNormalByDjl(Djl peer) {
        peer.truncatedNormal();
    }

    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public Object uniformByNd4j(Nd4jNative peer) {
        return peer.uniform();
    }

    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public Object normalByNd4j(Nd4jNative peer) {
        return peer.normal();
    }

    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public Object truncatedNormalByNd4j(Nd4jNative peer) {
        return peer.truncatedNormal();
    }

    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public float[] uniformBySplittableRandom(JdkSplittableRandom peer) {
        return peer.uniform();
    }

    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public float[] normalBySplittableRandom(JdkSplittableRandom peer) {
        return peer.normal();
    }

    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public float[] uniformByCommonsRng(CommonsRng peer) {
        return peer.uniform();
    }

    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public float[] normalByCommonsRng(CommonsRng peer) {
        return peer.normal();
    }
}
