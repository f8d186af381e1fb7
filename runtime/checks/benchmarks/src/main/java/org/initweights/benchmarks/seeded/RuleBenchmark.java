package org.initweights.benchmarks.seeded;

import java.util.concurrent.TimeUnit;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.Weights;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A rule beside the bare fill that it comes to, on the same 64 million floats.
 *
 * <p>The two take turns in one JVM and swap who is first, because two JVMs differ by more than a rule costs. What counts is
 * the ratio of the nanoseconds that they took.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
public class RuleBenchmark {

    private static final int WIDTH = 8192;

    /** A rule for a matrix of that width, and the distribution with its numbers worked out. */
    public enum Rule {
        KAIMING_UNIFORM(
                Initializers.kaimingUniform(), Initializers.uniform(-Math.sqrt(6.0 / WIDTH), Math.sqrt(6.0 / WIDTH))),
        XAVIER_NORMAL(Initializers.xavierNormal(), Initializers.normal(0, Math.sqrt(2.0 / (WIDTH + WIDTH))));

        private final Initializer ruled;
        private final Initializer bare;

        Rule(Initializer ruled, Initializer bare) {
            this.ruled = ruled;
            this.bare = bare;
        }
    }

    /** What each took, in nanoseconds. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Nanos {
        public long ruled;
        public long bare;
    }

    @Param
    private Rule rule;

    private boolean ruledFirst;
    private final Weights weights =
            Weights.of(builder -> builder.tensor("linear.weight", Initializers.zeros(), WIDTH, WIDTH));

    @Benchmark
    public Weights inTurns(Nanos nanos) {
        ruledFirst = !ruledFirst;
        if (ruledFirst) {
            nanos.ruled += time(rule.ruled);
            nanos.bare += time(rule.bare);
        } else {
            nanos.bare += time(rule.bare);
            nanos.ruled += time(rule.ruled);
        }
        return weights;
    }

    private long time(Initializer initializer) {
        long start = System.nanoTime();
        weights.parameters().with(initializer).initialize(42);
        return System.nanoTime() - start;
    }
}
