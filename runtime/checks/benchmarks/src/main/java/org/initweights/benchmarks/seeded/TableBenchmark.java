package org.initweights.benchmarks.seeded;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.Parameters;
import org.initweights.RandomSource;
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

/** Tables and functions of what is drawn, of 8192 × 1024 floats, in elements a microsecond; beside filling the array. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(TableBenchmark.ELEMENTS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class TableBenchmark {

    static final int ELEMENTS = 8192 * 1024;

    private final float[] array = new float[ELEMENTS];
    private final Parameters sinusoidal = parameters(Initializers.sinusoidalPositions());
    private final Parameters indices = parameters(Initializers.table("i0 * n1 + i1"));
    private final Parameters logUniform = parameters(Initializers.uniform(1, 16).transformed("log(x)"));

    private Parameters parameters(Initializer initializer) {
        return Parameters.of(p -> p.tensor("w", array, initializer, 8192, 1024));
    }

    private float[] initialize(Parameters parameters) {
        parameters.initialize(RandomSource.seeded(42));
        return array;
    }

    /** The limit. */
    @Benchmark
    public float[] arraysFill() {
        Arrays.fill(array, 0.5f);
        return array;
    }

    /** A sine or a cosine each; the frequencies are computed once. */
    @Benchmark
    public float[] sinusoidalPositions() {
        return initialize(sinusoidal);
    }

    /** No function. */
    @Benchmark
    public float[] indices() {
        return initialize(indices);
    }

    /** A uniform number and a logarithm each. */
    @Benchmark
    public float[] logUniform() {
        return initialize(logUniform);
    }
}
