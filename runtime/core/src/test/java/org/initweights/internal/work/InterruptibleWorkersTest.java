package org.initweights.internal.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InterruptibleWorkersTest {

    private static final ExecutorService POOL = Executors.newFixedThreadPool(3);

    static Stream<Workers> workers() {
        return Stream.of(Workers.CALLER, Workers.COMMON_POOL, new ExecutorWorkers(POOL, 4));
    }

    @AfterAll
    static void closePool() {
        POOL.shutdown();
    }

    @ParameterizedTest
    @MethodSource("workers")
    void doNothingWhenTheirCallerIsInterrupted(Workers workers) {
        AtomicInteger done = new AtomicInteger();
        Workers interruptible = new InterruptibleWorkers(workers, Thread.currentThread());
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> interruptible.run(100, piece -> done.incrementAndGet()));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(done).hasValue(0);
    }

    @ParameterizedTest
    @MethodSource("workers")
    void stayCancelledWhenSomeoneForgetsTheInterruption(Workers workers) {
        AtomicInteger done = new AtomicInteger();
        Workers interruptible = new InterruptibleWorkers(workers, Thread.currentThread());
        Thread.currentThread().interrupt();
        assertThat(catchThrowable(() -> interruptible.run(1, piece -> done.incrementAndGet())))
                .isInstanceOf(CancellationException.class);
        Thread.interrupted();

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> interruptible.run(100, piece -> done.incrementAndGet()));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(done).hasValue(0);
    }

    @ParameterizedTest
    @MethodSource("workers")
    void areNotCancelledByAnInterruptionThatNobodySaw(Workers workers) {
        AtomicInteger done = new AtomicInteger();
        Workers interruptible = new InterruptibleWorkers(workers, Thread.currentThread());
        Thread.currentThread().interrupt();
        assertThat(Thread.interrupted()).isTrue();

        interruptible.run(100, piece -> done.incrementAndGet());

        assertThat(done).hasValue(100);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
}
