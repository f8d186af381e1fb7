package org.initweights.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.orthogonal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.initweights.DType;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The memory of an executor, whatever its tasks draw. */
class MemoryLimitTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"40, 2", "20, 5", "100, 1", "1000, 1"})
    void tasksWaitForEachOther(long bytes, int most) throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger peak = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Integer>> done = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            done.add(threads.submit(() -> ExecutorMemory.with(bytes, 100, () -> {
                peak.accumulateAndGet(now.incrementAndGet(), Math::max);
                sleep();
                return now.decrementAndGet();
            })));
        }
        for (Future<Integer> each : done) {
            each.get();
        }
        threads.shutdown();

        assertThat(peak.get()).isEqualTo(most);
    }

    private static void sleep() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void isGivenBackByATaskThatFails() throws IOException {
        assertThatThrownBy(() -> ExecutorMemory.with(100, 100, () -> {
                    throw new IOException("full");
                }))
                .hasMessage("full");
        assertThat(ExecutorMemory.<String>with(100, 100, () -> "next")).isEqualTo("next");
    }

    @Test
    void refusesAMatrixThatDoesNotFit() {
        Plan plan = Plan.of(
                p -> p.tensor("small", normal(0, 1), 4000, 4000).tensor("q", DType.F32, orthogonal(), 1000, 1000));

        assertThatThrownBy(() -> SparkCheckpoint.initialize(
                        LocalSpark.session(),
                        plan,
                        folder.toString(),
                        RandomSource.seeded(1),
                        SparkOptions.defaults().withMemory(16 << 20)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("q [1000, 1000]: it takes 32388608 bytes of heap to draw")
                .hasMessageContaining("SparkOptions.withMemory");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesPartsWhereFilesCannotBePutTogether() {
        assertThatThrownBy(() -> SparkCheckpoint.initialize(
                        LocalSpark.session(),
                        Plans.wide(),
                        folder.toString(),
                        RandomSource.seeded(1),
                        SparkOptions.defaults().withPartsOf(1 << 20)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("file cannot put files together")
                .hasMessageContaining("SaveOptions.withShardsOf");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void limitsAreChecked() {
        assertThatThrownBy(() -> SparkOptions.defaults().withMemory(1 << 20)).hasMessageContaining("too little");
        assertThatThrownBy(() -> SparkOptions.defaults().withPartsOf(1000)).hasMessageContaining("too little");
    }
}
