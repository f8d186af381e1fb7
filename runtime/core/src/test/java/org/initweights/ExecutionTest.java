package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.orthogonal;
import static org.initweights.Initializers.truncNormal;
import static org.initweights.Initializers.uniform;
import static org.initweights.Initializers.zeros;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.initweights.testing.CustomParameter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExecutionTest {

    private static final int ELEMENTS = 300_001;
    private static final ExecutorService POOL = Executors.newFixedThreadPool(3);

    static Stream<Execution> executions() {
        return Stream.of(
                Execution.parallel(),
                Execution.serial(),
                Execution.on(POOL, 3),
                Execution.on(POOL, 1),
                Execution.on(Runnable::run, 4),
                // Never runs what it is given.
                Execution.on(task -> {}, 4),
                Execution.on(
                        task -> {
                            throw new RejectedExecutionException();
                        },
                        4));
    }

    @AfterAll
    static void closePool() {
        POOL.shutdown();
    }

    @ParameterizedTest
    @MethodSource("executions")
    void whatIsWrittenDoesNotDependOnThreads(Execution execution) {
        for (LongFunction<RandomSource> sources :
                List.<LongFunction<RandomSource>>of(RandomSource::seeded, RandomSource::jax, RandomSource::torch)) {
            Weights weights = model();
            weights.parameters().initialize(sources.apply(3), execution);

            Weights expected = model();
            expected.parameters().initialize(sources.apply(3), Execution.serial());
            for (Parameter parameter : expected.parameters()) {
                assertThat(weights.floats(parameter.name())).isEqualTo(expected.floats(parameter.name()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("executions")
    void smallParametersAreDrawnAtTheSameTimeAndToldOfInOrder(Execution execution) {
        List<String> told = new ArrayList<>();
        Weights weights = manySmall();
        weights.parameters()
                .initialize(
                        RandomSource.seeded(3),
                        execution.withProgress((parameter, done, total) -> told.add(parameter.name())));

        Weights expected = manySmall();
        for (Parameter parameter : expected.parameters()) {
            parameter.initialize(RandomSource.seeded(3));
            assertThat(weights.floats(parameter.name())).isEqualTo(expected.floats(parameter.name()));
        }
        assertThat(told)
                .containsExactlyElementsOf(
                        expected.parameters().stream().map(Parameter::name).toList());
    }

    private static Weights manySmall() {
        return Weights.of(builder -> {
            builder.tensor("empty", zeros(), 0, 4);
            for (int i = 0; i < 40; i++) {
                builder.tensor("small." + i, normal(), 100 + 1500 * i)
                        .tensor("orthogonal." + i, orthogonal(), 64, 10 + i)
                        .tensor("bias." + i, zeros(), 64);
            }
        });
    }

    @Test
    void onlyTheCallerInitialisesWhatIsNotConcurrent() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        Parameters parameters = Parameters.of(manySmall().parameters().stream()
                .map(parameter -> new CustomParameter(parameter, false, (wrapped, random) -> {
                    threads.add(Thread.currentThread());
                    wrapped.initialize(random);
                }))
                .toList());

        parameters.initialize(RandomSource.seeded(3), Execution.on(POOL, 3));

        assertThat(threads).containsExactly(Thread.currentThread());
    }

    @Test
    void tellsOfEachParameterThatIsComplete() {
        List<String> told = new ArrayList<>();
        Weights weights = Weights.of(builder -> builder.tensor("a", zeros(), 10).tensor("b", normal(), 30));

        weights.parameters()
                .initialize(
                        RandomSource.seeded(1),
                        Execution.serial()
                                .withProgress((parameter, done, total) ->
                                        told.add(parameter.name() + " " + done + "/" + total)));

        assertThat(told).containsExactly("a 10/40", "b 40/40");
    }

    @ParameterizedTest
    @MethodSource("executions")
    void stopsWhenInterrupted(Execution execution) {
        Weights weights =
                Weights.of(builder -> builder.tensor("a", normal(), 10).tensor("b", normal(), ELEMENTS));

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> weights.parameters()
                        .initialize(
                                RandomSource.seeded(1),
                                execution.withProgress((parameter, done, total) ->
                                        Thread.currentThread().interrupt())))
                .withMessage("interrupted before b was initialised");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(weights.floats("b")).containsOnly(0);
    }

    @Test
    void needsAThread() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Execution.on(POOL, 0))
                .withMessage("work cannot be done on 0 threads");
    }

    private static Weights model() {
        Weights weights = Weights.of(builder -> builder.tensor("uniform", uniform(-1, 1), ELEMENTS)
                .tensor("normal", normal(), ELEMENTS)
                .tensor("truncated", truncNormal(0, 1, -2, 2), ELEMENTS)
                .tensor("orthogonal", orthogonal(), 70, 50)
                .tensor("small", normal(), 64));
        weights.parameters().forEach(parameter -> Arrays.fill(weights.floats(parameter.name()), 7));
        return weights;
    }
}
