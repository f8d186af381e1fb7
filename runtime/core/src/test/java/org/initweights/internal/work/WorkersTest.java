package org.initweights.internal.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class WorkersTest {

    private static final ExecutorService POOL = Executors.newFixedThreadPool(3);

    static Stream<Workers> workers() {
        return Stream.concat(Stream.of(Workers.CALLER), severalThreads());
    }

    static Stream<Workers> severalThreads() {
        return Stream.of(Workers.COMMON_POOL, new ExecutorWorkers(POOL, 4), new ExecutorWorkers(POOL, 2));
    }

    @AfterAll
    static void closePool() {
        POOL.shutdown();
    }

    @ParameterizedTest
    @MethodSource("workers")
    void doEachPieceOnce(Workers workers) {
        for (int pieces : new int[] {0, 1, 2, 1000}) {
            AtomicIntegerArray done = new AtomicIntegerArray(pieces);
            workers.run(pieces, done::incrementAndGet);
            assertThat(IntStream.range(0, pieces).map(done::get)).allMatch(times -> times == 1);
        }
    }

    @ParameterizedTest
    @MethodSource("workers")
    void throwWhatAPieceThrows(Workers workers) {
        assertThatIllegalStateException()
                .isThrownBy(() -> workers.run(100, piece -> {
                    if (piece == 17) {
                        throw new IllegalStateException("piece 17");
                    }
                }))
                .withMessageContaining("piece 17");
    }

    @ParameterizedTest
    @MethodSource("workers")
    void throwErrorsAndWhatIsNotDeclared(Workers workers) {
        for (Throwable expected : new Throwable[] {new StackOverflowError(), new IOException(), new Throwable()}) {
            assertThat(catchThrowable(() -> workers.run(100, piece -> throwUnchecked(expected))))
                    .isSameAs(expected)
                    .hasNoSuppressedExceptions();
        }
    }

    @ParameterizedTest
    @MethodSource("severalThreads")
    void doPiecesAtTheSameTime(Workers workers) {
        CyclicBarrier both = new CyclicBarrier(2);
        workers.run(2, piece -> meet(both));
    }

    @Test
    void useAllThreads() {
        CyclicBarrier all = new CyclicBarrier(4);
        new ExecutorWorkers(POOL, 4).run(8, piece -> meet(all));
    }

    @ParameterizedTest
    @CsvSource({"4, 100, 3", "4, 4, 3", "4, 3, 2", "4, 2, 1", "4, 1, 0", "4, 0, 0", "1, 100, 0"})
    void askForAsManyHelpersAsHaveWork(int threads, int pieces, int helpers) {
        Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
        new ExecutorWorkers(tasks::add, threads).run(pieces, piece -> {});
        assertThat(tasks).hasSize(helpers);
    }

    @Test
    void askForNoHelpOnceAllIsDone() {
        AtomicInteger asked = new AtomicInteger();
        new ExecutorWorkers(
                        help -> {
                            asked.incrementAndGet();
                            help.run();
                        },
                        4)
                .run(100, piece -> {});
        assertThat(asked).hasValue(1);
    }

    @Test
    void helpersThatComeAfterTheEndDoNothing() {
        Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
        AtomicInteger done = new AtomicInteger();
        Throwable failure = new IllegalStateException();
        Workers workers = new ExecutorWorkers(tasks::add, 4);

        Throwable thrown = catchThrowable(() -> workers.run(100, piece -> {
            done.incrementAndGet();
            throwUnchecked(failure);
        }));
        tasks.forEach(Runnable::run);

        assertThat(thrown).isSameAs(failure);
        assertThat(tasks).hasSize(3);
        assertThat(done).hasValue(1);
    }

    /** An executor may keep its tasks for hours, and the work the arrays of a model. */
    @Test
    void helpersThatNeverCameKeepNothing() throws InterruptedException {
        Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
        WeakReference<float[]> written = writtenBy(new ExecutorWorkers(tasks::add, 4));
        for (int i = 0; i < 100 && written.get() != null; i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(written.get()).isNull();
        assertThat(tasks).hasSize(3);
    }

    private static WeakReference<float[]> writtenBy(Workers workers) {
        float[] values = new float[1000];
        workers.run(values.length, piece -> values[piece] = 1);
        return new WeakReference<>(values);
    }

    @ParameterizedTest
    @MethodSource("severalThreads")
    void waitForPiecesThatRun(Workers workers) {
        waitsForTheOtherPiece(workers);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("severalThreads")
    void waitForPiecesThatRunEvenIfInterrupted(Workers workers) {
        Thread.currentThread().interrupt();
        waitsForTheOtherPiece(workers);
        assertThat(Thread.interrupted()).isTrue();
    }

    /** The caller's piece throws when the other has begun, which goes on for a while. */
    private static void waitsForTheOtherPiece(Workers workers) {
        Thread caller = Thread.currentThread();
        CyclicBarrier begun = new CyclicBarrier(2);
        AtomicBoolean over = new AtomicBoolean();

        Throwable thrown = catchThrowable(() -> workers.run(2, piece -> {
            if (Thread.currentThread() == caller) {
                boolean interrupted = Thread.interrupted();
                meet(begun);
                if (interrupted) {
                    caller.interrupt();
                }
                throw new IllegalStateException("the caller's piece");
            }
            meet(begun);
            sleep(50);
            over.set(true);
        }));

        assertThat(over).isTrue();
        assertThat(thrown).hasMessage("the caller's piece");
    }

    @Test
    void waitForHelpersWhenTheExecutorFailsAfterwards() {
        for (Throwable expected : new Throwable[] {new IllegalStateException(), new OutOfMemoryError()}) {
            CountDownLatch begun = new CountDownLatch(1);
            AtomicBoolean over = new AtomicBoolean();
            AtomicInteger done = new AtomicInteger();
            Workers workers = new ExecutorWorkers(
                    help -> {
                        if (begun.getCount() == 0) {
                            throwUnchecked(expected);
                        }
                        POOL.execute(help);
                        await(begun);
                    },
                    4);

            Throwable thrown = catchThrowable(() -> workers.run(100, piece -> {
                begun.countDown();
                sleep(50);
                done.incrementAndGet();
                over.set(true);
            }));

            assertThat(over).isTrue();
            assertThat(thrown).isSameAs(expected);
            assertThat(done).hasValueLessThan(100);
        }
    }

    @ParameterizedTest
    @MethodSource("severalThreads")
    void throwTheFirstFailureWithTheOthersSuppressed(Workers workers) {
        CyclicBarrier both = new CyclicBarrier(2);

        Throwable thrown = catchThrowable(() -> workers.run(2, piece -> {
            meet(both);
            throw new IllegalStateException("piece " + piece);
        }));

        assertThat(Stream.concat(Stream.of(thrown), Stream.of(thrown.getSuppressed()))
                        .map(Throwable::getMessage))
                .containsExactlyInAnyOrder("piece 0", "piece 1");
    }

    @Test
    void throwAFailureThatComesTwice() {
        Throwable failure = new IllegalStateException();
        Workers workers = new ExecutorWorkers(
                help -> {
                    help.run();
                    throwUnchecked(failure);
                },
                2);

        Throwable thrown = catchThrowable(() -> workers.run(2, piece -> throwUnchecked(failure)));

        assertThat(thrown).isSameAs(failure).hasNoSuppressedExceptions();
    }

    @Test
    void beginNoPieceAfterAFailure() {
        AtomicInteger begun = new AtomicInteger();
        assertThatIllegalStateException()
                .isThrownBy(() -> new ExecutorWorkers(POOL, 4).run(1000, piece -> {
                    begun.incrementAndGet();
                    throw new IllegalStateException();
                }));
        assertThat(begun).hasValueLessThanOrEqualTo(4);
    }

    @Test
    void piecesMayBeDividedAgain() {
        for (Workers workers : new Workers[] {new ExecutorWorkers(POOL, 4), Workers.COMMON_POOL}) {
            AtomicIntegerArray done = new AtomicIntegerArray(100);
            workers.run(10, outer -> workers.run(10, inner -> done.incrementAndGet(10 * outer + inner)));
            assertThat(IntStream.range(0, 100).map(done::get)).allMatch(times -> times == 1);
        }
    }

    @Test
    void needNoThreadOfABusyPoolAndLeaveNothingInItsQueue() {
        ForkJoinPool pool = new ForkJoinPool(1);
        AtomicInteger done = new AtomicInteger();
        int queued = pool.submit(() -> {
                    for (int i = 0; i < 10; i++) {
                        Workers.COMMON_POOL.run(100, piece -> done.incrementAndGet());
                    }
                    return (int) pool.getQueuedTaskCount();
                })
                .join();
        pool.shutdown();

        assertThat(done).hasValue(1000);
        assertThat(queued).isZero();
    }

    @Test
    void needNoThreadOfTheBusyCommonPool() {
        CountDownLatch end = new CountDownLatch(1);
        for (int i = 0; i < 4 * ForkJoinPool.getCommonPoolParallelism() + 4; i++) {
            ForkJoinPool.commonPool().execute(() -> await(end));
        }
        AtomicInteger done = new AtomicInteger();
        int before = ForkJoinPool.commonPool().getQueuedSubmissionCount();
        for (int i = 0; i < 10; i++) {
            Workers.COMMON_POOL.run(100, piece -> done.incrementAndGet());
        }
        int after = ForkJoinPool.commonPool().getQueuedSubmissionCount();
        end.countDown();

        assertThat(done).hasValue(1000);
        assertThat(after).isLessThanOrEqualTo(before);
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("no other thread came", e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void sleep(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What Kotlin or reflection may throw where Java must not. */
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void throwUnchecked(Throwable failure) throws E {
        throw (E) failure;
    }
}
