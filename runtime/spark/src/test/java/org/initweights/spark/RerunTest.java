package org.initweights.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.initweights.RandomSource;
import org.initweights.io.SaveOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in the folder already: a run that was interrupted, an old checkpoint, files of others. */
class RerunTest {

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

    private WrittenCheckpoint initialize(RandomSource source, SaveOptions files) throws IOException {
        return SparkCheckpoint.initialize(spark, Plans.small(), FailingFileSystem.uri(folder), source, files);
    }

    private void interruptAfter(int bytes, RandomSource source) {
        FailingFileSystem.ROOM.set(bytes);
        assertThatThrownBy(() -> initialize(source, FILES)).hasStackTraceContaining("No space left on device");
        FailingFileSystem.repair();
    }

    private Path staging() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().startsWith(".initweights-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void goesOnWhereARunWasInterrupted() throws IOException {
        interruptAfter(400_000, SOURCE);
        OneMachine.assertNoCheckpoint(folder);

        WrittenCheckpoint written = initialize(SOURCE, FILES);

        assertThat(written.writtenBytes()).isLessThan(written.bytes()).isPositive();
        OneMachine.of(Plans.small(), SOURCE, FILES).assertSameFiles(folder);
    }

    @Test
    void trustsNoFileByItsName() throws IOException {
        interruptAfter(400_000, SOURCE);
        Path finished;
        try (Stream<Path> all = Files.list(staging())) {
            finished = all.filter(file -> file.toString().endsWith(".safetensors"))
                    .findFirst()
                    .orElseThrow();
        }
        try (RandomAccessFile file = new RandomAccessFile(finished.toFile(), "rw")) {
            file.seek(file.length() - 100);
            file.write(77);
        }

        initialize(SOURCE, FILES);

        OneMachine.of(Plans.small(), SOURCE, FILES).assertSameFiles(folder);
    }

    @Test
    void trustsNoReceiptThatIsCutOffOrOfAnotherRun() throws IOException {
        interruptAfter(400_000, SOURCE);
        try (Stream<Path> all = Files.list(staging())) {
            int number = 0;
            for (Path receipt :
                    all.filter(file -> file.toString().endsWith(".receipt")).toList()) {
                String text = Files.readString(receipt);
                Files.writeString(
                        receipt, number++ % 2 == 0 ? text.substring(0, 20) : text.replaceFirst("\n[0-9a-f]", "\nx"));
            }
        }

        WrittenCheckpoint written = initialize(SOURCE, FILES);

        assertThat(written.writtenBytes()).isEqualTo(written.bytes());
        OneMachine.of(Plans.small(), SOURCE, FILES).assertSameFiles(folder);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 5, 6})
    void goesOnAfterADriverThatDiedWhilePublishing(int renames) throws IOException {
        initialize(RandomSource.seeded(1), SaveOptions.defaults().withShardsOf(Plans.SHARD * 3));
        FailingFileSystem.RENAMES.set(renames);
        assertThatThrownBy(() -> initialize(SOURCE, FILES)).isInstanceOf(IOException.class);
        FailingFileSystem.repair();
        // Five files of tensors, the index, the manifest.
        OneMachine before = renames < 6
                ? OneMachine.of(Plans.small(), RandomSource.seeded(1), FILES)
                : OneMachine.of(Plans.small(), SOURCE, FILES);
        before.assertSameTensors(folder);

        WrittenCheckpoint written = initialize(SOURCE, FILES);

        assertThat(written.writtenBytes()).isZero();
        OneMachine.of(Plans.small(), SOURCE, FILES).assertSameTensors(folder);
        OneMachine.assertNothingLeft(folder);
        assertThat(SparkCheckpoint.verify(spark, Plans.small(), folder.toString(), SOURCE, FILES))
                .isEmpty();
    }

    @Test
    void writesNothingIfAllIsComplete() throws IOException {
        initialize(SOURCE, FILES);
        FileTime old = FileTime.fromMillis(1_000_000_000_000L);
        for (String name : OneMachine.names(folder)) {
            Files.setLastModifiedTime(folder.resolve(name), old);
        }

        assertThat(initialize(SOURCE, FILES).writtenBytes()).isZero();

        for (String name : OneMachine.names(folder)) {
            assertThat(Files.getLastModifiedTime(folder.resolve(name))).isEqualTo(old);
        }
    }

    @Test
    void writesACheckpointAnewThatSomebodyHasChanged() throws IOException {
        initialize(SOURCE, FILES);
        try (RandomAccessFile file = new RandomAccessFile(
                folder.resolve("model-00002-of-00005.safetensors").toFile(), "rw")) {
            file.seek(60_000);
            file.write(1);
        }

        assertThat(initialize(SOURCE, FILES).writtenBytes()).isPositive();

        OneMachine.of(Plans.small(), SOURCE, FILES).assertSameTensors(folder);
    }

    @Test
    void replacesTheCheckpointThatWasThere() throws IOException {
        Files.writeString(folder.resolve("config.json"), "{}");
        Files.writeString(folder.resolve("model-00009-of-00009.safetensors"), "somebody else's");
        initialize(RandomSource.seeded(1), FILES);
        initialize(SOURCE, FILES);
        OneMachine.of(Plans.small(), SOURCE, FILES).assertSameTensors(folder);
        assertThat(OneMachine.names(folder)).hasSize(5 + 1 + 2);

        SaveOptions single = SaveOptions.defaults();
        initialize(SOURCE, single);
        assertThat(OneMachine.names(folder))
                .isEqualTo(Set.of("config.json", "model-00009-of-00009.safetensors", "model.safetensors"));
        OneMachine.of(Plans.small(), SOURCE, single).assertSameTensors(folder);

        initialize(RandomSource.seeded(2), single);
        OneMachine.of(Plans.small(), RandomSource.seeded(2), single).assertSameTensors(folder);

        initialize(SOURCE, FILES);
        OneMachine.of(Plans.small(), SOURCE, FILES).assertSameTensors(folder);
        assertThat(OneMachine.names(folder)).doesNotContain("model.safetensors").hasSize(5 + 1 + 2);
    }

    @Test
    void refusesAFolderWithAnUnfinishedRunOfAnotherPlanUntilItMayStartOver() throws IOException {
        interruptAfter(300_000, RandomSource.seeded(1));

        assertThatThrownBy(() -> initialize(SOURCE, FILES))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(".initweights-")
                .hasMessageContaining("an unfinished run of another plan, random source or other options")
                .hasMessageContaining("SparkOptions.startOver()");

        SparkCheckpoint.initialize(
                spark,
                Plans.small(),
                FailingFileSystem.uri(folder),
                SOURCE,
                SparkOptions.defaults().withFiles(FILES).startOver());
        OneMachine.of(Plans.small(), SOURCE, FILES).assertSameFiles(folder);
    }

    @Test
    void refusesAFolderThatOneMachineIsWritingTo() throws IOException {
        Files.writeString(folder.resolve("model.safetensors.journal"), "InitWeights journal 2");

        assertThatThrownBy(() -> initialize(SOURCE, FILES))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("an unfinished run of Plan.initialize");
    }

    @Test
    void startsOverWithItsOwnRunToo() throws IOException {
        interruptAfter(400_000, SOURCE);

        WrittenCheckpoint written = SparkCheckpoint.initialize(
                spark,
                Plans.small(),
                FailingFileSystem.uri(folder),
                SOURCE,
                SparkOptions.defaults().withFiles(FILES).startOver());

        assertThat(written.writtenBytes()).isEqualTo(written.bytes());
        OneMachine.of(Plans.small(), SOURCE, FILES).assertSameFiles(folder);
    }

    @Test
    void removesAttemptsOfTheDayBeforeYesterday() throws IOException {
        interruptAfter(400_000, SOURCE);
        Path attempt = Files.writeString(staging().resolve("model.safetensors.x.attempt"), "dead");
        Path young = Files.writeString(staging().resolve("model.safetensors.y.attempt"), "alive");
        Files.setLastModifiedTime(attempt, FileTime.fromMillis(System.currentTimeMillis() - 48L * 3600 * 1000));

        interruptAfter(0, SOURCE);

        assertThat(attempt).doesNotExist();
        assertThat(young).exists();
    }
}
