package org.initweights.internal.draw.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.orthogonal;
import static org.initweights.Initializers.sparse;
import static org.initweights.Initializers.truncNormal;
import static org.initweights.Initializers.uniform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.initweights.Execution;
import org.initweights.InitializeOptions;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.TorchVersion;
import org.initweights.Weights;
import org.initweights.WeightsBuilder;
import org.initweights.testing.CustomParameter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That threads which share a source draw one model after the other: the models that one thread would draw, in any order. */
@Timeout(120)
class SharedTorchSourceTest {

    private static final int THREADS = 8;
    private static final int MODELS = 100;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @TempDir
    Path folder;

    @AfterEach
    void closeThreads() {
        threads.shutdown();
    }

    static Stream<Supplier<RandomSource>> sources() {
        return Stream.of(() -> RandomSource.torch(1), () -> RandomSource.torch(1, TorchVersion.V2_11));
    }

    private static void declare(WeightsBuilder builder) {
        builder.tensor("uniform", uniform(0, 1), 500)
                .tensor("normal", normal(), 5, 3)
                .tensor("truncated", truncNormal(0, 1, -2, 2), 100)
                .tensor("orthogonal", orthogonal(), 7, 5)
                .tensor("sparse", sparse(0.5), 6, 6);
    }

    @ParameterizedTest
    @MethodSource("sources")
    void modelsAreDrawnOneAfterTheOther(Supplier<RandomSource> sources) throws Exception {
        RandomSource shared = sources.get();
        List<String> drawn = onAllThreads(() -> draw(shared, Execution.parallel()));
        drawn.add(draw(shared, Execution.parallel()));

        RandomSource alone = sources.get();
        List<String> expected = Stream.generate(() -> draw(alone, Execution.serial()))
                .limit(drawn.size())
                .toList();
        assertThat(drawn).containsExactlyInAnyOrderElementsOf(expected).endsWith(expected.get(expected.size() - 1));
    }

    @Test
    void parametersAreDrawnOneAfterTheOther() throws Exception {
        RandomSource shared = RandomSource.torch(2);
        List<String> drawn = onAllThreads(() -> drawParameter(shared));

        RandomSource alone = RandomSource.torch(2);
        assertThat(drawn)
                .containsExactlyInAnyOrderElementsOf(Stream.generate(() -> drawParameter(alone))
                        .limit(drawn.size())
                        .toList());
    }

    @Test
    void checkpointsAreDrawnOneAfterTheOther() throws Exception {
        RandomSource shared = RandomSource.torch(3);
        Plan plan = Plan.of(SharedTorchSourceTest::declare);
        List<Future<Path>> written = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Path file = folder.resolve("shared-" + i);
            written.add(threads.submit(() -> write(plan, file, shared)));
        }
        RandomSource alone = RandomSource.torch(3);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            expected.add(bytes(write(plan, folder.resolve("alone"), alone)));
        }
        List<String> found = new ArrayList<>();
        for (Future<Path> file : written) {
            found.add(bytes(file.get()));
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static Path write(Plan plan, Path file, RandomSource source) throws IOException {
        plan.initialize(file, source, InitializeOptions.defaults().withMemory(1 << 20));
        return file;
    }

    private static String bytes(Path file) {
        try {
            return Arrays.toString(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whoWaitsCanBeInterrupted() throws Exception {
        RandomSource shared = RandomSource.torch(4);
        CountDownLatch drawing = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Future<?> first = threads.submit(() -> Weights.of(SharedTorchSourceTest::declare)
                .parameters()
                .initialize(shared, Execution.serial().withProgress((parameter, done, total) -> {
                    drawing.countDown();
                    awaitUnchecked(end);
                })));
        drawing.await();
        Weights waiting = Weights.of(SharedTorchSourceTest::declare);

        Thread.currentThread().interrupt();
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> waiting.initialize(shared))
                .withMessage("interrupted while others drew from RandomSource.torch(4, AVX2, CURRENT)");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(waiting.floats("uniform")).containsOnly(0);
        end.countDown();
        first.get();
        RandomSource alone = RandomSource.torch(4);
        draw(alone, Execution.serial());
        assertThat(draw(shared, Execution.serial())).isEqualTo(draw(alone, Execution.serial()));
    }

    @Test
    void goesOnAfterAListenerThrew() throws Exception {
        RandomSource shared = RandomSource.torch(5);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> draw(shared, Execution.serial().withProgress((parameter, done, total) -> {
                    throw new IllegalStateException();
                })));
        assertThat(threads.submit(() -> draw(shared, Execution.parallel())).get())
                .isNotEmpty();
    }

    /** As when all work on a device is done by one thread. */
    @Test
    void aParameterMayLetAnotherThreadDraw() {
        Weights weights = Weights.of(SharedTorchSourceTest::declare);
        List<CustomParameter> elsewhere = weights.parameters().stream()
                .map(parameter -> new CustomParameter(parameter, false, this::initializeElsewhere))
                .toList();

        Parameters.of(elsewhere).initialize(RandomSource.torch(6));

        assertThat(text(weights)).isEqualTo(draw(RandomSource.torch(6), Execution.serial()));
    }

    /** The one that it was given is for one initialisation, but draws the same numbers. */
    @Test
    void aSourceThatAParameterKeptWaitsForTheOthers() throws Exception {
        RandomSource shared = RandomSource.torch(7);
        AtomicReference<RandomSource> kept = new AtomicReference<>(shared);
        Weights weights = Weights.of(builder -> builder.tensor("w", uniform(0, 1), 3000));
        Parameters.of(List.of(new CustomParameter(weights.get("w"), false, (parameter, source) -> kept.set(source))))
                .initialize(shared);
        assertThat(kept.get()).isNotSameAs(shared);
        AtomicInteger next = new AtomicInteger();

        List<String> drawn = onAllThreads(
                () -> drawParameter(next.getAndIncrement() % 2 == 0 ? shared : Objects.requireNonNull(kept.get())));

        RandomSource alone = RandomSource.torch(7);
        assertThat(drawn)
                .containsExactlyInAnyOrderElementsOf(Stream.generate(() -> drawParameter(alone))
                        .limit(drawn.size())
                        .toList());
    }

    private void initializeElsewhere(Parameter parameter, RandomSource source) {
        try {
            threads.submit(() -> parameter.initialize(source)).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> onAllThreads(Callable<String> task) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Future<List<String>>> results = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            results.add(threads.submit(() -> {
                List<String> drawn = new ArrayList<>();
                start.await();
                for (int model = 0; model < MODELS; model++) {
                    drawn.add(task.call());
                }
                return drawn;
            }));
        }
        List<String> all = new ArrayList<>();
        for (Future<List<String>> result : results) {
            all.addAll(result.get());
        }
        return all;
    }

    private static String draw(RandomSource source, Execution execution) {
        Weights weights = Weights.of(SharedTorchSourceTest::declare);
        weights.parameters().initialize(source, execution);
        return text(weights);
    }

    private static String drawParameter(RandomSource source) {
        Weights weights = Weights.of(builder -> builder.tensor("w", uniform(0, 1), 3000));
        weights.get("w").initialize(source);
        return text(weights);
    }

    private static String text(Weights weights) {
        return weights.parameters().stream()
                .map(parameter -> Arrays.toString(weights.floats(parameter.name())))
                .reduce("", String::concat);
    }

    private static void awaitUnchecked(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
