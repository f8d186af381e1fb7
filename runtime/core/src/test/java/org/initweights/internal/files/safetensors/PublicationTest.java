package org.initweights.internal.files.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.initweights.testing.CrashingFileSystem;
import org.initweights.testing.CrashingFileSystem.Crash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A few changes of a checkpoint, at each step of which the process dies, or the disk fails. */
class PublicationTest {

    @TempDir
    private Path temporary;

    private Path folder;

    /** What was there, what takes its place, and whether the file system has hard links. */
    private record Change(long oldBytes, long newBytes, boolean hasLinks) {}

    static Stream<Change> changes() {
        return Stream.of(
                new Change(Saved.ONE, Saved.ONE, true),
                new Change(Saved.ONE, Saved.THREE, true),
                new Change(Saved.FIVE, Saved.ONE, true),
                new Change(Saved.THREE, Saved.THREE, true),
                new Change(Saved.FIVE, Saved.THREE, true),
                new Change(Saved.TWO, Saved.TWO, false));
    }

    @BeforeEach
    void resolve() throws IOException {
        folder = temporary.toRealPath();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void isAllOldOrAllNewWheneverTheProcessDies(Change change) throws IOException {
        List<Integer> seen = new ArrayList<>();
        boolean died = true;
        for (int crash = 0; died; crash++) {
            Path work = Files.createTempDirectory(folder, "crash");
            Path file = work.resolve("net.safetensors");
            Saved.write(file, 1, change.oldBytes);
            died = dies(new CrashingFileSystem(work, crash, change.hasLinks).path(file), change.newBytes);

            seen.add(Saved.valueIn(file));
            assertThat(Saved.valueIn(work)).isEqualTo(seen.get(crash));
            Saved.write(file, 2, change.newBytes);
            assertThat(Saved.valueIn(file)).isEqualTo(2);
            assertThat(Saved.names(work)).isEqualTo(clean(change.newBytes));
        }
        assertThat(seen).isSorted().contains(1, 2);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void isTheOldOneOrSaysThatItIsTheNewOneWhenTheDiskFails(Change change) throws IOException {
        AtomicBoolean failed = new AtomicBoolean(true);
        for (int step = 0; failed.get(); step++) {
            failed.set(false);
            Path work = Files.createTempDirectory(folder, "failure");
            Path file = work.resolve("net.safetensors");
            Saved.write(file, 1, change.oldBytes);
            List<String> old = checkpoint(work);
            CrashingFileSystem failing = new CrashingFileSystem(work, step, () -> {
                if (!failed.getAndSet(true)) {
                    PublicationTest.<RuntimeException>fail(new IOException("the disk is full"));
                }
            });
            IOException failure = null;
            try {
                Saved.write(failing.path(file), 2, change.newBytes);
            } catch (IOException e) {
                failure = e;
            }
            if (Saved.valueIn(file) == 1) {
                assertThat(checkpoint(work))
                        .as("after a failure at step %d", step)
                        .isEqualTo(old);
            } else if (failure != null && String.valueOf(failure.getMessage()).contains("it is saved")) {
                assertThat(failure).hasMessageContaining("the disk is full");
                assertThat(failure.getSuppressed()).isNotEmpty();
            }
            Saved.write(file, 2, change.newBytes);
            assertThat(Saved.names(work)).isEqualTo(clean(change.newBytes));
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void fail(Throwable failure) throws T {
        throw (T) failure;
    }

    private static boolean dies(Path file, long shardBytes) throws IOException {
        try {
            Saved.write(file, 2, shardBytes);
            return false;
        } catch (Crash e) {
            return true;
        }
    }

    private static List<String> checkpoint(Path folder) throws IOException {
        return Saved.names(folder).stream()
                .filter(name -> !name.endsWith(".tmp") && !name.endsWith(".lock"))
                .toList();
    }

    private List<String> clean(long shardBytes) throws IOException {
        Path clean = folder.resolve("clean" + shardBytes);
        if (!Files.exists(clean)) {
            Files.createDirectory(clean);
            Saved.write(clean.resolve("net.safetensors"), 2, shardBytes);
        }
        return Saved.names(clean);
    }

    @Test
    void filesHaveTheUsualNamesWhereNothingHasThem() throws IOException {
        Path file = folder.resolve("net.safetensors");
        Saved.write(new CrashingFileSystem(folder, Integer.MAX_VALUE, false).path(file), 1, Saved.TWO);
        assertThat(Saved.names(folder))
                .containsExactly(
                        "net-00001-of-00002.safetensors",
                        "net-00002-of-00002.safetensors",
                        "net.safetensors.index.json");
    }

    /** A run that goes on where another died finds them so: what the index names is not renamed any more. */
    @Test
    void filesThatThePublishedIndexNamesKeepTheirNames() throws IOException {
        Path file = folder.resolve("net.safetensors");
        Saved.write(file, 1, Saved.TWO);
        Path index = folder.resolve("net.safetensors.index.json");
        SaveId save = ShardIndex.read(index).save().orElseThrow();
        CheckpointName name = CheckpointName.of(file);
        List<Path> shards = List.of(name.shard(0, 2), name.shard(1, 2));
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < 5; i++) {
            places.put("t" + i, i / 3);
        }
        byte[] text = Files.readAllBytes(index);
        Object key = Files.getAttribute(index, "unix:ino");

        Publication.of(name).shards(shards, save, Optional.of(save), new ShardedTensors(places, 20));

        assertThat(index).hasBinaryContent(text);
        assertThat(Files.getAttribute(index, "unix:ino"))
                .as("it is the same file")
                .isEqualTo(key);

        // Another index is there, or a damaged one, or none: it is written.
        for (String other : List.of(
                "{",
                "{\"weight_map\": {}}",
                new String(text, StandardCharsets.UTF_8).replace(save.text(), "f".repeat(32)))) {
            Files.writeString(index, other);
            Publication.of(name).shards(shards, save, Optional.of(save), new ShardedTensors(places, 20));
            assertThat(index).hasBinaryContent(text);
        }
        Files.delete(index);
        Publication.of(name).shards(shards, save, Optional.of(save), new ShardedTensors(places, 20));
        assertThat(index).hasBinaryContent(text);
        assertThat(Saved.valueIn(file)).isEqualTo(1);
    }

    @Test
    void whatDeadRunsLeftOfThisCheckpointGoes() throws IOException {
        String temporaryName = ".01234567-89ab-cdef-0123-456789abcdef.tmp";
        for (String name : List.of("net.safetensors", "net-00001-of-00002.safetensors", "other.safetensors")) {
            Files.createFile(folder.resolve(name + temporaryName));
        }

        Publication.of(CheckpointName.of(folder.resolve("net.safetensors")));

        assertThat(Saved.names(folder)).containsExactly("other.safetensors" + temporaryName);
    }

    /** Otherwise the next save would remove files of the checkpoint that is still there. */
    @Test
    void afterAFailureNothingIsToBeRemoved() throws IOException {
        Path file = folder.resolve("net.safetensors");
        Saved.write(file, 1, Saved.TWO);
        List<String> before = Saved.names(folder);
        Publication publication = Publication.of(CheckpointName.of(file));

        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> publication.single(folder.resolve("gone")));

        assertThat(Saved.names(folder)).isEqualTo(before);
        assertThat(Saved.valueIn(file)).isEqualTo(1);
    }
}
