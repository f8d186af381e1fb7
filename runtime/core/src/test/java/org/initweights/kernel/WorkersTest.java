package org.initweights.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkersTest {

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

    @Test
    void piecesMayBeDividedAgain() {
        Workers workers = new ExecutorWorkers(POOL, 4);
        AtomicIntegerArray done = new AtomicIntegerArray(100);
        workers.run(10, outer -> workers.run(10, inner -> done.incrementAndGet(10 * outer + inner)));
        assertThat(IntStream.range(0, 100).map(done::get)).allMatch(times -> times == 1);
    }

    @ParameterizedTest
    @MethodSource("workers")
    void stopWhenTheirCallerIsInterrupted(Workers workers) {
        Workers interruptible = new InterruptibleWorkers(workers, Thread.currentThread());
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> interruptible.run(100, piece -> {}));
        assertThat(Thread.interrupted()).isTrue();
    }
}
