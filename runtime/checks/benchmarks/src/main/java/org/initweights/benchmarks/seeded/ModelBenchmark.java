package org.initweights.benchmarks.seeded;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.initweights.Initializers;
import org.initweights.Parameter;
import org.initweights.TensorShape;
import org.initweights.Weights;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Whole models from null fields, beside allocating and touching their arrays; and the smallest parameter. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
public class ModelBenchmark {

    private static final int LAYERS = 12;
    private static final long WIDTH = 768;

    private final List<TensorShape> shapes =
            gpt2().parameters().stream().map(Parameter::shape).toList();
    private final Parameter bias = Weights.of(builder -> builder.tensor("bias", Initializers.uniform(-0.1, 0.1), 64))
            .get("bias");
    private final org.initweights.RandomSource random = org.initweights.RandomSource.seeded(42);

    private static Weights gpt2() {
        return Weights.of(model -> {
            model.tensor("wte.weight", Initializers.normal(0, 0.02), 50257, WIDTH)
                    .tensor("wpe.weight", Initializers.normal(0, 0.02), 1024, WIDTH);
            for (int i = 0; i < LAYERS; i++) {
                model.scope(
                        "h." + i,
                        layer -> layer.tensor("ln_1.weight", Initializers.ones(), WIDTH)
                                .tensor("ln_1.bias", Initializers.zeros(), WIDTH)
                                .tensor("attn.c_attn.weight", Initializers.normal(0, 0.02), WIDTH, 3 * WIDTH)
                                .tensor("attn.c_attn.bias", Initializers.zeros(), 3 * WIDTH)
                                .tensor(
                                        "attn.c_proj.weight",
                                        Initializers.normal(0, 0.02 / Math.sqrt(24)),
                                        WIDTH,
                                        WIDTH)
                                .tensor("attn.c_proj.bias", Initializers.zeros(), WIDTH)
                                .tensor("ln_2.weight", Initializers.ones(), WIDTH)
                                .tensor("ln_2.bias", Initializers.zeros(), WIDTH)
                                .tensor("mlp.c_fc.weight", Initializers.normal(0, 0.02), WIDTH, 4 * WIDTH)
                                .tensor("mlp.c_fc.bias", Initializers.zeros(), 4 * WIDTH)
                                .tensor(
                                        "mlp.c_proj.weight",
                                        Initializers.normal(0, 0.02 / Math.sqrt(24)),
                                        4 * WIDTH,
                                        WIDTH)
                                .tensor("mlp.c_proj.bias", Initializers.zeros(), WIDTH));
            }
            model.tensor("ln_f.weight", Initializers.ones(), WIDTH).tensor("ln_f.bias", Initializers.zeros(), WIDTH);
        });
    }

    /** The limit: GPT-2 small has 124 million parameters. */
    @Benchmark
    public float[][] gpt2AllocatedAndTouched() {
        return shapes.stream()
                .map(shape -> {
                    float[] array = new float[(int) LongStream.of(shape.dims()).reduce(1, Math::multiplyExact)];
                    Arrays.fill(array, 0.5f);
                    return array;
                })
                .toArray(float[][]::new);
    }

    @Benchmark
    public Weights gpt2Initialized() {
        return gpt2().initialize(42);
    }

    /** With the JDK's Vector API, as a program that initialises many models. */
    @Benchmark
    @Fork(
            value = 1,
            jvmArgsAppend = {"-Xmx6g", "--add-modules=jdk.incubator.vector"})
    public Weights gpt2InitializedByVectors() {
        return gpt2Initialized();
    }

    @Benchmark
    public void biasOf64Elements() {
        bias.initialize(random);
    }
}
