package org.initweights.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.sql.SparkSession;
import org.initweights.RandomSource;
import org.initweights.io.SaveOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever fails: the checkpoint is absent, old or whole, and the next run finishes it. */
class FaultTest {

    private static final SaveOptions FILES = SaveOptions.defaults().withShardsOf(Plans.SHARD);
    private static final RandomSource SOURCE = RandomSource.seeded(42);

    private static SparkSession spark;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        spark = LocalSpark.session();
    }

    @BeforeEach
    @AfterEach
    void repair() {
        FailingFileSystem.repair();
    }

    private WrittenCheckpoint initialize(RandomSource source) throws IOException {
        return SparkCheckpoint.initialize(spark, Plans.small(), FailingFileSystem.uri(folder), source, FILES);
    }

    @Test
    void eachTaskFailsTwice() throws IOException {
        FailingFileSystem.FAILING_ATTEMPTS.set(2);

        initialize(SOURCE);

        assertThat(FailingFileSystem.FAILED).hasValue(5 * 2);
        OneMachine.of(Plans.small(), SOURCE, FILES).assertSameFiles(folder);
    }

    @Test
    void aTaskFailsAsOftenAsSparkTriesIt() throws IOException {
        FailingFileSystem.FAILING_ATTEMPTS.set(4);

        assertThatThrownBy(() -> initialize(SOURCE)).hasStackTraceContaining("Input/output error");

        OneMachine.assertNoCheckpoint(folder);
        FailingFileSystem.repair();
        initialize(SOURCE);
        OneMachine.of(Plans.small(), SOURCE, FILES).assertSameFiles(folder);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 70_000, 250_000, 450_000, 536_000})
    void theDiskIsFull(int room) throws IOException {
        FailingFileSystem.ROOM.set(room);
        assertThatThrownBy(() -> initialize(SOURCE)).hasStackTraceContaining("No space left on device");
        OneMachine.assertNoCheckpoint(folder);

        FailingFileSystem.repair();
        initialize(SOURCE);
        OneMachine.of(Plans.small(), SOURCE, FILES).assertSameFiles(folder);
    }

    @Test
    void theDiskIsFullWhileAnOldCheckpointIsThere() throws IOException {
        initialize(RandomSource.seeded(1));
        FailingFileSystem.ROOM.set(250_000);
        assertThatThrownBy(() -> initialize(SOURCE)).hasStackTraceContaining("No space left on device");
        OneMachine.of(Plans.small(), RandomSource.seeded(1), FILES).assertSameTensors(folder);

        FailingFileSystem.repair();
        initialize(SOURCE);
        OneMachine.of(Plans.small(), SOURCE, FILES).assertSameTensors(folder);
    }

    @Test
    void theTargetIsReadOnly() throws IOException {
        initialize(RandomSource.seeded(1));
        FailingFileSystem.readOnly = true;

        assertThatThrownBy(() -> initialize(SOURCE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Read-only file system");

        OneMachine.of(Plans.small(), RandomSource.seeded(1), FILES).assertSameFiles(folder);
    }

    @RepeatedTest(4)
    void twoJobsOfTheSameBytesAtOnce() throws Exception {
        List<Throwable> failures = together(() -> initialize(SOURCE), () -> initialize(SOURCE));

        assertThat(failures).isEmpty();
        OneMachine.of(Plans.small(), SOURCE, FILES).assertSameTensors(folder);
        OneMachine.assertNothingLeft(folder);
    }

    @RepeatedTest(4)
    void twoJobsOfOtherBytesAtOnce() throws Exception {
        List<Throwable> failures = together(() -> initialize(SOURCE), () -> initialize(RandomSource.seeded(43)));

        assertThat(failures)
                .allSatisfy(failure -> assertThat(failure).hasMessageContaining("an unfinished run of another plan"));
        if (failures.size() == 2) {
            OneMachine.assertNoCheckpoint(folder);
        } else {
            assertThat(SparkCheckpoint.verify(spark, Plans.small(), folder.toString(), SOURCE, FILES)
                                    .isEmpty()
                            || SparkCheckpoint.verify(
                                            spark, Plans.small(), folder.toString(), RandomSource.seeded(43), FILES)
                                    .isEmpty())
                    .isTrue();
        }
        OneMachine.assertNothingLeft(folder);
    }

    /** What both throw, started at the same moment. */
    private static List<Throwable> together(Callable<?> one, Callable<?> other) throws InterruptedException {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Throwable> failures = new ArrayList<>();
        try {
            List<Future<Object>> results = new ArrayList<>();
            for (Callable<?> job : List.of(one, other)) {
                results.add(threads.submit(() -> {
                    start.await();
                    return job.call();
                }));
            }
            for (Future<Object> result : results) {
                try {
                    result.get();
                } catch (ExecutionException e) {
                    failures.add(e.getCause());
                }
            }
        } finally {
            threads.shutdownNow();
        }
        return failures;
    }

    @Test
    void anExtraAttemptOfATaskComesLate() throws IOException {
        String uri = folder.toUri().toString();
        SparkOptions options = SparkOptions.defaults().withFiles(FILES);
        CheckpointRun run = CheckpointRun.of(
                uri, Plans.small(), SOURCE, options, spark.sparkContext().hadoopConfiguration());
        ClusterJobs jobs = ClusterJobs.of(spark);
        PieceTask late = new PieceTask(run, jobs.counter("a"), jobs.counter("b"), jobs.counter("c"));
        new RunFolder(run.files(), run.names()).begin();
        late.call(0);
        late.call(0);
        SparkCheckpoint.initialize(spark, Plans.small(), uri, SOURCE, options);

        assertThatThrownBy(() -> late.call(0)).hasMessageContaining("is gone: another run has");

        OneMachine.of(Plans.small(), SOURCE, FILES).assertSameFiles(folder);
        OneMachine.assertNothingLeft(folder);
    }
}
