package org.initweights.internal.draw.seeded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.initweights.Execution;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.RandomSource;
import org.initweights.Weights;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No kernel has lost its vectorisation, which costs several times the speed. The best of many runs is compared with
 * {@link Arrays#fill} in the same process, and the limits leave a factor of two and more. What a kernel really takes, the benchmarks
 * say. Since it goes by the clock, only the profile {@code timings} runs it.
 */
@Tag("timings")
class ThroughputSmokeTest {

    /** Together more than caches hold; each so small that it is done before a busy machine takes the thread its processor. */
    private static final int ARRAYS = 32;

    private static final int ELEMENTS = 1 << 19;
    private static final int RUNS = 20 * ARRAYS;

    static Stream<Arguments> kernels() {
        return Stream.of(
                Arguments.of(Initializers.uniform(-1, 1), 18),
                Arguments.of(Initializers.normal(0, 0.02), 42),
                Arguments.of(Initializers.truncNormal(0, 1, -2, 2), 64));
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void isNotManyTimesSlowerThanFilling(Initializer initializer, int limit) {
        List<Weights> weights = Stream.generate(() -> Weights.of(builder -> builder.tensor("w", initializer, ELEMENTS)))
                .limit(ARRAYS)
                .toList();
        List<float[]> arrays =
                weights.stream().map(tensor -> tensor.floats("w")).toList();
        long filled = best(i -> Arrays.fill(arrays.get(i), 0.5f));
        long drawn = best(i -> weights.get(i).parameters().initialize(RandomSource.seeded(1), Execution.serial()));

        assertThat((double) drawn / filled).as("times as long as Arrays.fill").isLessThan(limit);
    }

    private static long best(IntConsumer task) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            task.accept(i % ARRAYS);
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }
}
