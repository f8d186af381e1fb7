package org.initweights.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.io.Checkpoint;
import org.initweights.io.SaveOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link SparkCheckpoint#verify} finds. */
class VerificationTest {

    private static final SaveOptions FILES = SaveOptions.defaults().withShardsOf(Plans.SHARD);
    private static final RandomSource SOURCE = RandomSource.seeded(42);
    private static final String SECOND = "model-00002-of-00005.safetensors";

    private static SparkSession spark;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        spark = LocalSpark.session();
    }

    @BeforeEach
    void initialize() throws IOException {
        SparkCheckpoint.initialize(spark, Plans.small(), folder.toString(), SOURCE, FILES);
    }

    private List<CheckpointDifference> verify() throws IOException {
        return SparkCheckpoint.verify(spark, Plans.small(), folder.toString(), SOURCE, FILES);
    }

    private void change(String file, long offset) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(folder.resolve(file).toFile(), "rw")) {
            bytes.seek(offset);
            int old = bytes.read();
            bytes.seek(offset);
            bytes.write(old ^ 1);
        }
    }

    @Test
    void saysWhichTensorDiffersFirst() throws IOException {
        long begin;
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            begin = Files.size(folder.resolve(SECOND))
                    - 4 * checkpoint.get("layers.0.weight").shape().elements();
        }
        change(SECOND, begin + 4 * 1234 + 2);
        change(SECOND, begin + 4 * 5000);
        change("model-00004-of-00005.safetensors", Files.size(folder.resolve("model-00004-of-00005.safetensors")) - 1);

        List<CheckpointDifference> differences = verify();

        assertThat(differences).hasSize(2);
        assertThat(differences.get(0).file()).isEqualTo(SECOND);
        assertThat(differences.get(0).tensor()).isEqualTo("layers.0.weight");
        assertThat(differences.get(0).element()).isEqualTo(1234);
        assertThat(differences.get(0))
                .hasToString(SECOND + ": \"layers.0.weight\" differs from element 1234 on, byte "
                        + (begin + 4 * 1234 + 2) + " of the file");
        assertThat(differences.get(1).file()).isEqualTo("model-00004-of-00005.safetensors");
    }

    @Test
    void findsAnotherSeed() throws IOException {
        assertThat(SparkCheckpoint.verify(spark, Plans.small(), folder.toString(), RandomSource.seeded(43), FILES))
                .hasSize(5)
                .allSatisfy(difference -> assertThat(difference.what()).contains("the header differs"));
    }

    @Test
    void findsAnotherSeedInASingleFile() throws IOException {
        SparkCheckpoint.initialize(spark, Plans.small(), folder.toString(), SOURCE, SaveOptions.defaults());

        assertThat(SparkCheckpoint.verify(
                        spark, Plans.small(), folder.toString(), RandomSource.seeded(43), SaveOptions.defaults()))
                .singleElement()
                .satisfies(difference -> assertThat(difference.element()).isZero())
                .extracting(CheckpointDifference::tensor)
                .isEqualTo("layers.0.weight");
    }

    @Test
    void findsWhatIsGoneCutOffOrToldWrong() throws IOException {
        Files.delete(folder.resolve("model-00001-of-00005.safetensors"));
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve(SECOND).toFile(), "rw")) {
            file.setLength(file.length() - 1);
        }
        change("model-00003-of-00005.safetensors", 3);
        Path index = folder.resolve("model.safetensors.index.json");
        Files.writeString(index, Files.readString(index).replace("00005-of", "00004-of"));

        assertThat(verify().stream().map(CheckpointDifference::toString))
                .satisfiesExactly(
                        what -> assertThat(what)
                                .isEqualTo("model.safetensors.index.json: it is not the index of this plan"),
                        what -> assertThat(what).isEqualTo("model-00001-of-00005.safetensors: it is not there"),
                        what -> assertThat(what)
                                .startsWith(SECOND + ": it has ")
                                .contains(" bytes, and not "),
                        what -> assertThat(what)
                                .isEqualTo("model-00003-of-00005.safetensors: the header differs, byte 3 of the file"));
    }

    @Test
    void comparesFilesUnderTheNamesThatTheyGotWhileOthersWereThere() throws IOException {
        SparkCheckpoint.initialize(spark, Plans.small(), folder.toString(), RandomSource.seeded(1), FILES);

        assertThat(OneMachine.names(folder)).noneMatch(SECOND::equals);
        assertThat(SparkCheckpoint.verify(spark, Plans.small(), folder.toString(), RandomSource.seeded(1), FILES))
                .isEmpty();
        assertThat(verify()).hasSize(5);
    }

    @Test
    void aNameOfAFileIsNoFolder() {
        assertThatThrownBy(() ->
                        SparkCheckpoint.verify(spark, Plans.small(), folder + "/model.safetensors", SOURCE, FILES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("give the folder");
    }

    @Test
    void nothingIsThere() throws IOException {
        Plan plan = Plans.small();
        assertThat(SparkCheckpoint.verify(spark, plan, folder.resolve("none").toString(), SOURCE, FILES))
                .hasSize(6)
                .allSatisfy(difference -> assertThat(difference.what()).isEqualTo("it is not there"));
    }
}
