package org.initweights.internal.files.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.initweights.io.CheckpointException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckpointFilesTest {

    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void create() throws IOException {
        folder = Files.createDirectory(temporary.resolve("folder"));
    }

    /** What is in a folder, and which of it the folder means. */
    @ParameterizedTest
    @CsvSource({
        "model.safetensors other.safetensors, model.safetensors",
        "model.safetensors model.safetensors.index.json, model.safetensors",
        "model.safetensors.index.json other.safetensors, model.safetensors.index.json",
        "net.safetensors, net.safetensors",
        "net.safetensors net.bin net.json, net.safetensors",
        "net.safetensors.index.json net-00001-of-00002.safetensors, net.safetensors.index.json",
        "net.safetensors net.safetensors.index.json, net.safetensors",
        "net net.index.json, net",
        "net.safetensors net-00001-of-00002.safetensors net-00002-of-00002.safetensors, net.safetensors",
        "model-00001-of-00001.safetensors, model-00001-of-00001.safetensors"
    })
    void aFolderMeansItsCheckpoint(String files, String found) throws IOException {
        create(files);
        assertThat(CheckpointFiles.find(folder)).isEqualTo(folder.resolve(found));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.safetensors b.safetensors|the folder has several checkpoints; name one of [a.safetensors, b.safetensors]",
                "a.safetensors.index.json b.safetensors.index.json c.safetensors"
                        + "|the folder has several checkpoints; name one of [a.safetensors.index.json, b.safetensors.index.json]",
                "net.safetensors other-00001-of-00002.safetensors"
                        + "|the folder has several checkpoints; name one of [net.safetensors, other-00001-of-00002.safetensors]",
                "a-00001-of-00002.safetensors"
                        + "|the folder has parts of a checkpoint, [a-00001-of-00002.safetensors], but not the index"
            })
    void aFolderThatMayMeanSeveralIsRefused(String files, String problem) throws IOException {
        create(files);
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> CheckpointFiles.find(folder))
                .withMessageStartingWith(folder + ": " + problem);
    }

    @Test
    void aFolderWithoutCheckpointIsToldApartFromAFolderThatIsNotThere() throws IOException {
        create("model.bin");
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> CheckpointFiles.find(folder))
                .withMessage(folder + " has no .safetensors file");
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> CheckpointFiles.find(folder.resolve("none")))
                .withMessage(folder.resolve("none").toString());
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> CheckpointFiles.find(Path.of("nowhere/at/all")));
    }

    @Test
    void aFileMeansItselfOrItsIndex() throws IOException {
        create("net.safetensors.index.json other.safetensors");
        Path net = folder.resolve("net.safetensors");
        Path index = folder.resolve("net.safetensors.index.json");

        assertThat(CheckpointFiles.find(net)).isEqualTo(index);
        assertThat(CheckpointFiles.find(index)).isEqualTo(index);
        Files.createFile(net);
        assertThat(CheckpointFiles.find(net)).isEqualTo(net);
    }

    /** Several files are written beside what a link leads to. */
    @Test
    void aLinkMeansTheIndexBesideItsTarget() throws IOException {
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(folder.resolve("net.safetensors"), elsewhere.resolve("w.safetensors"));
        Path beside = Files.createFile(folder.resolve("net.safetensors.index.json"));
        assertThat(CheckpointFiles.find(link)).isEqualTo(beside);

        Path index = Files.createFile(elsewhere.resolve("w.safetensors.index.json"));
        assertThat(CheckpointFiles.find(link).toRealPath()).isEqualTo(index.toRealPath());
    }

    @Test
    void anIndexIsKnownByItsName() {
        assertThat(CheckpointFiles.isIndex(Path.of("x/model.safetensors.index.json")))
                .isTrue();
        assertThat(CheckpointFiles.isIndex(Path.of("x/model.safetensors"))).isFalse();
    }

    @Test
    void onlyRegularFilesAreOpened() throws IOException {
        create("net.safetensors");
        assertThatNoException().isThrownBy(() -> CheckpointFiles.checkRegular(folder.resolve("net.safetensors")));
        for (Path other : new Path[] {folder, Path.of("/dev/null")}) {
            if (Files.exists(other)) {
                assertThatExceptionOfType(CheckpointException.class)
                        .isThrownBy(() -> CheckpointFiles.checkRegular(other))
                        .withMessageStartingWith(other + ": ");
                assertThatExceptionOfType(CheckpointException.class).isThrownBy(() -> SafetensorsFile.open(other));
            }
        }
    }

    private void create(String files) throws IOException {
        for (String file : files.split(" ", -1)) {
            Files.createFile(folder.resolve(file));
        }
    }
}
