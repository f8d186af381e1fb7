package org.initweights.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.initweights.testing.CheckpointWriting.FIVE;
import static org.initweights.testing.CheckpointWriting.SAVE;
import static org.initweights.testing.CheckpointWriting.SINGLE;
import static org.initweights.testing.CheckpointWriting.THREE;
import static org.initweights.testing.CheckpointWriting.TWO;
import static org.initweights.testing.CheckpointWriting.names;
import static org.initweights.testing.CheckpointWriting.options;
import static org.initweights.testing.CheckpointWriting.plan;
import static org.initweights.testing.CheckpointWriting.valueIn;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.initweights.Execution;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.testing.CheckpointWriting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Saves where something was saved before: nothing of it is left, and nothing else is gone. */
class SavingAgainTest {

    @TempDir
    private Path temporary;

    private Path folder;
    private Path file;

    @BeforeEach
    void name() throws IOException {
        folder = Files.createDirectory(temporary.resolve("folder"));
        file = folder.resolve("net.safetensors");
    }

    @ParameterizedTest
    @EnumSource(names = {"SAVE", "INITIALIZE"})
    void leavesNothingOfAnotherNumberOfFiles(CheckpointWriting way) throws IOException {
        List<Long> sizes = List.of(SINGLE, TWO, THREE, FIVE);
        int value = 0;
        for (long before : sizes) {
            for (long after : sizes) {
                Path clean = Files.createDirectory(temporary.resolve("clean" + value));
                way.write(clean.resolve("net.safetensors"), 1, after);
                way.write(file, ++value, before);
                way.write(file, ++value, after);
                assertThat(names(folder)).isEqualTo(names(clean));
                assertLoads(value, file, folder);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"net", "net.bin", "nets.safetensors", "net-00001.safetensors", "new.net.safetensors"})
    void checkpointsOfOtherNamesStay(String otherName) throws IOException {
        Path other = folder.resolve(otherName);
        for (long before : List.of(SINGLE, THREE)) {
            SAVE.write(other, 7, before);
            for (long after : List.of(THREE, TWO, SINGLE, THREE, THREE)) {
                SAVE.write(file, 1, after);
                assertLoads(7, other);
                assertLoads(1, file);
            }
            SAVE.write(other, 7, SINGLE);
            SAVE.write(file, 1, SINGLE);
            assertThat(names(folder)).containsExactlyInAnyOrder(otherName, "net.safetensors");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SAVE", "INITIALIZE"})
    void replacesACheckpointOfAnotherToolButNotFilesOfOtherNames(CheckpointWriting way) throws IOException {
        for (long size : List.of(SINGLE, TWO, FIVE)) {
            Files.createDirectories(folder.resolve("sub"));
            for (String name : List.of(
                    "net-00001-of-00002.safetensors",
                    "net-00002-of-00002.safetensors",
                    "net-00003-of-00009.safetensors",
                    "extra.safetensors",
                    "sub/net-00001-of-00002.safetensors",
                    "../net-00001-of-00002.safetensors",
                    "../elsewhere.safetensors")) {
                SampleParameters.floats("x", 3).save(folder.resolve(name));
            }
            Files.writeString(
                    folder.resolve("net.safetensors.index.json"), """
                    {"weight_map": {"a": "net-00001-of-00002.safetensors", "b": "net-00002-of-00002.safetensors",
                    "c": "extra.safetensors", "d": "sub/net-00001-of-00002.safetensors", "e": "../elsewhere.safetensors",
                    "f": "../net-00001-of-00002.safetensors", "g": "%s"}}""".formatted(folder.resolve("extra.safetensors")));

            way.write(file, 1, size);

            assertLoads(1, file);
            assertThat(names(folder))
                    .contains("extra.safetensors", "sub", "net-00003-of-00009.safetensors")
                    .hasSize(3 + (size == SINGLE ? 1 : size == TWO ? 3 : 6));
            assertThat(names(folder.resolve("sub"))).containsExactly("net-00001-of-00002.safetensors");
            assertThat(names(temporary)).contains("elsewhere.safetensors", "net-00001-of-00002.safetensors");
        }
    }

    @Test
    void filesThatAnotherIndexNamesTooStay() throws IOException {
        SAVE.write(file, 7, THREE);
        Path other = folder.resolve("same.safetensors.index.json");
        Files.copy(folder.resolve("net.safetensors.index.json"), other);
        for (long size : List.of(THREE, SINGLE, TWO)) {
            SAVE.write(file, 1, size);
            assertLoads(7, other);
            assertLoads(1, file);
        }
        Files.writeString(other, "nonsense that may name anything");
        SAVE.write(file, 1, SINGLE);
        assertThat(names(folder)).contains("net-00003-of-00003.safetensors");
        Files.delete(other);
        SAVE.write(file, 1, SINGLE);
        assertThat(names(folder)).containsExactly("net.safetensors");
    }

    @ParameterizedTest
    @EnumSource(names = {"SAVE", "INITIALIZE"})
    void anIndexWhoseFilesAreGoneOrThatIsDamagedIsReplaced(CheckpointWriting way) throws IOException {
        for (long size : List.of(SINGLE, TWO, THREE)) {
            for (String index : List.of("", "{}", "{\"weight_map\": {\"a\": \"net-00001-of-00003.safetensors\"}}")) {
                Files.writeString(folder.resolve("net.safetensors.index.json"), index);
                way.write(file, 2, size);
                assertLoads(2, file, folder);
                Files.delete(folder.resolve(names(folder).get(0)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SAVE", "INITIALIZE"})
    void aLinkIsFollowedAndFoundWhateverItLeadsTo(CheckpointWriting way) throws IOException {
        Path store = Files.createDirectory(temporary.resolve("store"));
        Path hop = Files.createSymbolicLink(store.resolve("hop"), Path.of("real.safetensors"));
        Files.createSymbolicLink(file, hop);
        int value = 0;
        for (long size : List.of(SINGLE, THREE, TWO, SINGLE, SINGLE, FIVE, SINGLE)) {
            way.write(file, ++value, size);
            assertThat(file).isSymbolicLink();
            assertLoads(value, file, folder, hop, store.resolve("real.safetensors"));
            assertThat(names(folder)).containsExactly("net.safetensors");
        }
        assertThat(names(store)).containsExactly("hop", "real.safetensors");
    }

    @Test
    void whatALinkOfAnOldIndexOrShardLeadsToStays() throws IOException {
        SAVE.write(file, 7, TWO);
        Path store = Files.createDirectory(temporary.resolve("store"));
        List<String> old = names(folder);
        for (String name : old) {
            Files.move(folder.resolve(name), store.resolve(name));
            Files.createSymbolicLink(folder.resolve(name), store.resolve(name));
        }
        assertLoads(7, file, folder);

        for (long size : List.of(TWO, SINGLE)) {
            SAVE.write(file, 1, size);
            assertLoads(1, file, folder);
            assertLoads(7, store);
        }
        assertThat(names(folder)).containsExactly("net.safetensors");
    }

    @Test
    void readOnlyFilesAreReplacedAndStayReadOnly() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        SAVE.write(file, 1, THREE);
        for (String name : names(folder)) {
            Files.setPosixFilePermissions(folder.resolve(name), PosixFilePermissions.fromString("r--r-----"));
        }
        for (long size : List.of(TWO, SINGLE, THREE)) {
            SAVE.write(file, 2, size);
            assertLoads(2, file, folder);
            for (String name : names(folder)) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                        .as(name)
                        .isEqualTo("r--r-----");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SAVE", "INITIALIZE"})
    void whoHasTheOldFilesOpenGoesOn(CheckpointWriting way) throws IOException {
        for (long before : List.of(SINGLE, THREE)) {
            for (long after : List.of(SINGLE, TWO, THREE)) {
                SAVE.write(file, 1, before);
                try (Checkpoint open = Checkpoint.open(file)) {
                    way.write(file, 2, after);
                    for (CheckpointTensor tensor : open.tensors()) {
                        double[] values = new double[5];
                        tensor.read(0, values);
                        assertThat(values).containsOnly(1);
                    }
                }
                assertLoads(2, file, folder);
            }
        }
    }

    @Test
    void theFilesOfAFirstSaveThatDiedAreNoCheckpoint() throws IOException {
        SAVE.write(file, 1, THREE);
        Files.delete(folder.resolve("net.safetensors.index.json"));
        for (int left = 3; left > 0; left--) {
            assertThatExceptionOfType(CheckpointException.class)
                    .isThrownBy(() -> Checkpoint.open(folder))
                    .withMessageContaining("the folder has parts of a checkpoint, [net-00001-of-00003.safetensors")
                    .withMessageContaining("save it again, or name a file to load it alone");
            Files.delete(folder.resolve("net-0000" + left + "-of-00003.safetensors"));
        }
        SAVE.write(folder.resolve("all-00001-of-00001.safetensors"), 3, SINGLE);
        assertLoads(3, folder);
    }

    @ParameterizedTest
    @EnumSource(names = {"SAVE", "INITIALIZE"})
    void theNameOfAnIndexIsRefused(CheckpointWriting way) throws IOException {
        SAVE.write(file, 1, THREE);
        Path index = folder.resolve("net.safetensors.index.json");
        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> way.write(index, 2, SINGLE))
                .withMessageStartingWith(index + ": this is the name of an index")
                .withMessageEndingWith("give the name of the checkpoint, net.safetensors");
        assertLoads(1, index, folder);
    }

    @ParameterizedTest
    @EnumSource(names = {"SAVE", "INITIALIZE"})
    void aFolderThatIsMissingIsNamed(CheckpointWriting way) throws IOException {
        Path missing = folder.resolve("missing");
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> way.write(missing.resolve("net.safetensors"), 1, SINGLE))
                .withMessage(missing
                        + ": there is no such folder, so net.safetensors cannot be written there; make it first");
        way.write(file, 1, SINGLE);
        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> way.write(file.resolve("net.safetensors"), 1, SINGLE))
                .withMessage(file + ": it is no folder, so net.safetensors cannot be written there");
        assertThat(names(folder)).containsExactly("net.safetensors");
    }

    @Test
    void startingOverRemovesPartialFilesOfAnyNumber() throws IOException {
        Plan plan = plan(1);
        Files.writeString(folder.resolve("other.safetensors.partial"), "mine");
        Execution dying = Execution.parallel().withProgress((parameter, done, total) -> {
            throw new CancellationException();
        });
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> plan.initialize(
                        file, RandomSource.seeded(1), options(FIVE).withExecution(dying)));
        assertThat(names(folder)).contains("net-00005-of-00005.safetensors.partial");

        plan.initialize(file, RandomSource.seeded(1), options(SINGLE).startOver());

        assertThat(names(folder)).containsExactly("net.safetensors", "other.safetensors.partial");
        Files.writeString(folder.resolve("net-00005-of-00005.safetensors.partial"), "mine, for there is no journal");
        plan.initialize(file, RandomSource.seeded(1), options(SINGLE).startOver());
        assertThat(names(folder)).contains("net-00005-of-00005.safetensors.partial");
    }

    private static void assertLoads(double value, Path... paths) throws IOException {
        for (Path path : paths) {
            assertThat(valueIn(path)).as("%s", path).isEqualTo(value);
        }
    }
}
