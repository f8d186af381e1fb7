package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.normal;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.initweights.testing.CustomParameter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * That nobody writes once initialising has ended, whatever ended it: what is written next, in another way, stays.
 *
 * <p>A build does some rounds of each kind. {@code -Dinitweights.end.rounds=200 -Dinitweights.end.silence=100} does 200, with 100 ms each
 * for those who are late.
 */
class EndOfInitializationTest {

    private static final int ROUNDS = Integer.getInteger("initweights.end.rounds", 4);
    private static final int SILENCE = Integer.getInteger("initweights.end.silence", 20);

    /** An interruption may come when all is done already, on a busy machine. */
    private static final int MOST_ATTEMPTS = 50 * ROUNDS;

    private static final int ELEMENTS = 1 << 22;
    private static final int SMALL = 1 << 16;
    private static final float AFTERWARDS = 7;

    private static final VarHandle FLOATS = MethodHandles.arrayElementVarHandle(float[].class);

    private static final ExecutorService POOL = Executors.newFixedThreadPool(3);
    private static final ExecutorService BUSY = Executors.newSingleThreadExecutor();
    private static final CountDownLatch END = new CountDownLatch(1);

    @AfterAll
    static void closePools() {
        END.countDown();
        List.of(POOL, BUSY).forEach(ExecutorService::shutdown);
    }

    static Stream<Named<Supplier<Execution>>> executions() {
        BUSY.execute(EndOfInitializationTest::awaitEnd);
        Stream<Named<Supplier<Execution>>> everywhere = Stream.of(
                Named.of("common pool", Execution::parallel),
                Named.of("calling thread", Execution::serial),
                Named.of("pool", () -> Execution.on(POOL, 4)),
                Named.of("runs in the caller", () -> Execution.on(Runnable::run, 4)),
                Named.of("drops", () -> Execution.on(task -> {}, 4)),
                Named.of("busy", () -> Execution.on(BUSY, 4)),
                Named.of(
                        "rejects all but one",
                        () -> Execution.on(failingAfter(1, new RejectedExecutionException()), 4)),
                Named.of("is late", () -> Execution.on(EndOfInitializationTest::executeLater, 4)),
                Named.of("starts each task twice", () -> Execution.on(EndOfInitializationTest::executeTwice, 4)),
                Named.of("is shut down", () -> Execution.on(shutDownOnceItWorks(), 4)),
                Named.of("a new thread each", () -> Execution.on(task -> new Thread(task).start(), 4)));
        return Stream.concat(
                everywhere,
                virtualThreads().map(threads -> Named.of("virtual threads", () -> Execution.on(threads, 4))));
    }

    /** There are since JDK 21. */
    private static Stream<Executor> virtualThreads() {
        try {
            return Stream.of((Executor)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null));
        } catch (NoSuchMethodException e) {
            return Stream.empty();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no virtual threads", e);
        }
    }

    private static void awaitEnd() {
        try {
            END.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void executeLater(Runnable task) {
        CompletableFuture.delayedExecutor(3, TimeUnit.MILLISECONDS, POOL).execute(task);
    }

    private static void executeTwice(Runnable task) {
        POOL.execute(task);
        POOL.execute(task);
    }

    private static Executor shutDownOnceItWorks() {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        CompletableFuture.delayedExecutor(2, TimeUnit.MILLISECONDS).execute(pool::shutdownNow);
        return pool;
    }

    /** Takes so many tasks. */
    private static <E extends Throwable> Executor failingAfter(int tasks, E failure) {
        int[] left = {tasks};
        return task -> {
            if (left[0]-- == 0) {
                throwUnchecked(failure);
            }
            POOL.execute(task);
        };
    }

    /** Throws what Kotlin or reflection might, too. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> void throwUnchecked(Throwable failure) throws E {
        throw (E) failure;
    }

    @ParameterizedTest
    @MethodSource("executions")
    void nobodyWritesAfterAnInterruption(Supplier<Execution> execution) {
        assertQuiet(interrupted(execution), CancellationException.class);
    }

    @Test
    void nobodyWritesAfterAnInterruptionOfAThreadOfTheCommonPool() {
        ForkJoinPool.commonPool()
                .submit(() -> nobodyWritesAfterAnInterruption(Execution::parallel))
                .join();
    }

    @Test
    void nobodyWritesAfterAnInterruptionOfTheOnlyThreadOfItsExecutor() throws Exception {
        ExecutorService single = Executors.newSingleThreadExecutor();
        try {
            single.submit(() -> nobodyWritesAfterAnInterruption(() -> Execution.on(single, 4)))
                    .get();
        } finally {
            single.shutdown();
        }
    }

    /** At some moment: when one of the elements was written. */
    private static Consumer<Weights> interrupted(Supplier<Execution> execution) {
        Random random = new Random(1);
        return weights -> {
            Thread caller = Thread.currentThread();
            int element = random.nextInt(ELEMENTS);
            Thread interrupter = new Thread(() -> interruptOnceWritten(caller, weights.floats("w"), element));
            interrupter.start();
            try {
                weights.parameters().initialize(RandomSource.seeded(1), execution.get());
            } catch (CancellationException e) {
                assertThat(caller.isInterrupted()).isTrue();
                throw e;
            } finally {
                FLOATS.setOpaque(weights.floats("w"), element, AFTERWARDS);
                join(interrupter);
            }
        };
    }

    private static void interruptOnceWritten(Thread caller, float[] values, int element) {
        while ((float) FLOATS.getOpaque(values, element) == 0) {
            Thread.onSpinWait();
        }
        caller.interrupt();
    }

    /** Waits for this thread's interrupter, and forgets what it did. */
    private static void join(Thread interrupter) {
        try {
            interrupter.join();
            Thread.interrupted();
        } catch (InterruptedException e) {
            join(interrupter);
        }
    }

    static Stream<Named<Supplier<Executor>>> failingExecutors() {
        return Stream.of(
                Named.of("exception", () -> failingAfter(1, new IllegalStateException("expected"))),
                Named.of("error", () -> failingAfter(2, new OutOfMemoryError("expected"))),
                Named.of("checked exception", () -> failingAfter(1, new InterruptedException("expected"))));
    }

    @ParameterizedTest
    @MethodSource("failingExecutors")
    void nobodyWritesAfterAnExecutorFailed(Supplier<Executor> executor) {
        assertQuiet(
                weights -> weights.parameters().initialize(RandomSource.seeded(1), Execution.on(executor.get(), 4)),
                Throwable.class);
    }

    @ParameterizedTest
    @MethodSource("executions")
    void nobodyWritesAfterAListenerThrew(Supplier<Execution> execution) {
        assertQuiet(
                weights -> weights.parameters()
                        .initialize(RandomSource.seeded(1), execution.get().withProgress((parameter, done, total) -> {
                            throw new IllegalStateException("expected");
                        })),
                IllegalStateException.class);
    }

    @ParameterizedTest
    @MethodSource("executions")
    void nobodyWritesAfterAParameterFailed(Supplier<Execution> execution) {
        assertQuiet(
                weights -> {
                    List<Parameter> parameters = new ArrayList<>(
                            weights.parameters().named("small.*").stream().toList());
                    parameters.set(3, new CustomParameter(parameters.get(3), true, (parameter, random) -> {
                        throw new AssertionError("expected");
                    }));
                    Parameters.of(parameters).initialize(RandomSource.seeded(1), execution.get());
                },
                AssertionError.class);
    }

    @Test
    void tasksThatAreStartedAfterTheEndDoNothing() {
        Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
        Weights weights = model();
        weights.parameters().initialize(RandomSource.seeded(1), Execution.on(tasks::add, 4));
        weights.parameters().with(constant(AFTERWARDS)).initialize(1);

        assertThat(tasks).isNotEmpty();
        tasks.forEach(Runnable::run);

        assertThat(weights.floats("w")).containsOnly(AFTERWARDS);
    }

    @ParameterizedTest
    @MethodSource("executions")
    void nobodyWritesToACheckpointAfterAnInterruption(Supplier<Execution> execution, @TempDir Path folder)
            throws IOException {
        Plan plan = Plan.of(builder -> builder.tensor("w", DType.F64, normal(), ELEMENTS / 4));
        Path file = folder.resolve("model");
        Random random = new Random(2);
        int rounds = 0;
        for (int attempt = 0; rounds < ROUNDS && attempt < MOST_ATTEMPTS; attempt++) {
            Thread caller = Thread.currentThread();
            CompletableFuture<Void> interruption = CompletableFuture.runAsync(
                    caller::interrupt,
                    CompletableFuture.delayedExecutor(random.nextInt(20_000), TimeUnit.MICROSECONDS));
            Throwable thrown = catchThrowable(() -> plan.initialize(
                    file,
                    RandomSource.seeded(1),
                    InitializeOptions.defaults().startOver().withExecution(execution.get())));
            if (thrown == null) {
                interruption.join();
                Thread.interrupted();
                continue;
            }
            boolean interrupted = Thread.interrupted();
            List<byte[]> left = contents(folder);
            assertThat(thrown).isInstanceOf(CancellationException.class);
            assertThat(interrupted).isTrue();
            rounds++;
            sleep();
            assertThat(contents(folder)).usingElementComparator(Arrays::compare).isEqualTo(left);
        }
        assertThat(rounds).isEqualTo(ROUNDS);
    }

    private static List<byte[]> contents(Path folder) throws IOException {
        List<byte[]> contents = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                contents.add(Files.readAllBytes(file));
            }
        }
        return contents;
    }

    private static void assertQuiet(Consumer<Weights> initialization, Class<? extends Throwable> expected) {
        int rounds = 0;
        List<Integer> written = new ArrayList<>();
        for (int attempt = 0; rounds < ROUNDS && attempt < MOST_ATTEMPTS; attempt++) {
            Weights weights = model();
            Throwable thrown = catchThrowable(() -> initialization.accept(weights));
            if (thrown == null) {
                continue;
            }
            assertThat(thrown).isInstanceOf(expected);
            rounds++;
            weights.parameters().with(constant(AFTERWARDS)).initialize(1);
            sleep();
            int others = othersThan(AFTERWARDS, weights);
            if (others > 0) {
                written.add(others);
            }
        }
        assertThat(written)
                .as("elements written afterwards in one of %d rounds", rounds)
                .isEmpty();
        assertThat(rounds).isEqualTo(ROUNDS);
    }

    private static Weights model() {
        return Weights.of(builder -> {
            builder.tensor("w", normal(), ELEMENTS);
            for (int i = 0; i < 60; i++) {
                builder.tensor("small." + i, normal(), SMALL - 1);
            }
        });
    }

    private static void sleep() {
        try {
            Thread.sleep(SILENCE);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted by a round that is over", e);
        }
    }

    private static int othersThan(float expected, Weights weights) {
        int others = 0;
        for (Parameter parameter : weights.parameters()) {
            for (float value : weights.floats(parameter.name())) {
                others += value == expected ? 0 : 1;
            }
        }
        return others;
    }
}
