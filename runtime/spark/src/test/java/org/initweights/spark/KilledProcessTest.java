package org.initweights.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.initweights.RandomSource;
import org.initweights.io.SaveOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A driver or an executor dies, without a chance to clean up. */
@Timeout(120)
class KilledProcessTest {

    private static final SaveOptions FILES = SaveOptions.defaults().withShardsOf(Plans.SHARD);
    private static final RandomSource SOURCE = RandomSource.seeded(42);
    private static final String SLOW = "-Dinitweights.test.delay=";

    @TempDir
    private Path folder;

    /** The program that is killed. */
    public static void main(String[] arguments) throws IOException {
        try (SparkSession spark = LocalSpark.builder("local[1]").getOrCreate()) {
            SparkCheckpoint.initialize(
                    spark, Plans.small(), FailingFileSystem.uri(Path.of(arguments[0])), SOURCE, FILES);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void theDriver(int finished) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("--") || option.startsWith("-XX"))
                .toList());
        command.addAll(
                List.of(SLOW + "400", "-Xmx512m", "-cp", classPath(), getClass().getName(), folder.toString()));
        Process driver = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        folder.resolveSibling(folder.getFileName() + ".log").toFile())
                .start();

        awaitReceipts(finished, driver.toHandle());
        driver.destroyForcibly().waitFor(20, TimeUnit.SECONDS);

        OneMachine.assertNoCheckpoint(folder);
        WrittenCheckpoint written = SparkCheckpoint.initialize(
                LocalSpark.session(), Plans.small(), FailingFileSystem.uri(folder), SOURCE, FILES);
        assertThat(written.writtenBytes()).isPositive().isLessThan(written.bytes());
        OneMachine.of(Plans.small(), SOURCE, FILES).assertSameFiles(folder);
    }

    @Test
    void anExecutor() throws Exception {
        LocalSpark.session().stop();
        // What executors need of an installation; the rest is on their class path.
        Files.createDirectories(Path.of(System.getenv("SPARK_HOME"), "jars"));
        try (SparkSession spark = LocalSpark.builder("local-cluster[2,1,512]")
                .config("spark.executor.memory", "512m")
                .config("spark.executor.extraClassPath", classPath())
                .config("spark.executor.extraJavaOptions", SLOW + "1500")
                .getOrCreate()) {
            CompletableFuture<WrittenCheckpoint> job = CompletableFuture.supplyAsync(() -> {
                try {
                    return SparkCheckpoint.initialize(
                            spark, Plans.small(), FailingFileSystem.uri(folder), SOURCE, FILES);
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            awaitReceipts(1, ProcessHandle.current());
            ProcessHandle executor = ProcessHandle.current()
                    .descendants()
                    .filter(process -> process.info().command().orElse("").endsWith("java"))
                    .findFirst()
                    .orElseThrow();
            executor.destroyForcibly();
            executor.onExit().get(20, TimeUnit.SECONDS);
            OneMachine.assertNoCheckpoint(folder);

            assertThat(job.get(100, TimeUnit.SECONDS).writtenBytes()).isPositive();
        }
        OneMachine.of(Plans.small(), SOURCE, FILES).assertSameFiles(folder);
    }

    private static String classPath() {
        String surefires = System.getProperty("surefire.test.class.path");
        return surefires == null
                ? System.getProperty("java.class.path")
                : surefires.replace(File.pathSeparator + File.pathSeparator, File.pathSeparator);
    }

    private void awaitReceipts(int count, ProcessHandle process) throws IOException, InterruptedException {
        while (receipts() < count) {
            assertThat(process.isAlive()).isTrue();
            Thread.sleep(5);
        }
    }

    private long receipts() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".receipt")).count();
        } catch (java.io.UncheckedIOException | java.nio.file.NoSuchFileException e) {
            return 0;
        }
    }
}
