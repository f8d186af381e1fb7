package org.initweights.internal.files.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.testing.CheckpointWriting.BY_ANOTHER_TOOL;
import static org.initweights.testing.CheckpointWriting.FIVE;
import static org.initweights.testing.CheckpointWriting.INITIALIZE;
import static org.initweights.testing.CheckpointWriting.SAVE;
import static org.initweights.testing.CheckpointWriting.SINGLE;
import static org.initweights.testing.CheckpointWriting.THREE;
import static org.initweights.testing.CheckpointWriting.TWO;
import static org.initweights.testing.CheckpointWriting.names;
import static org.initweights.testing.CheckpointWriting.valueIn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.initweights.io.Checkpoint;
import org.initweights.io.CheckpointException;
import org.initweights.testing.CheckpointWriting;
import org.initweights.testing.CrashingFileSystem;
import org.initweights.testing.CrashingFileSystem.Crash;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lets a process die at each change of the file system, one after the other: what is there is always all old or all new. */
class CrashTest {

    /** Of two crashes, how far the second ones are apart: all are tried where the property asks for many kills. */
    private static final int STEP = Math.max(1, 24 / Integer.getInteger("initweights.kills", 4));

    @TempDir
    private Path folder;

    /** What was there, what is saved over it, and whether the file system has hard links. */
    record Scene(String name, long oldBytes, long newBytes, boolean hasLinks) {

        Scene(long oldBytes, long newBytes, boolean hasLinks) {
            this("model.safetensors", oldBytes, newBytes, hasLinks);
        }
    }

    static Stream<Scene> scenes() {
        List<Long> sizes = List.of(SINGLE, THREE, FIVE);
        Stream<Scene> withLinks =
                sizes.stream().flatMap(before -> sizes.stream().map(after -> new Scene(before, after, true)));
        Stream<Scene> others = Stream.of(
                new Scene(THREE, THREE, false),
                new Scene(FIVE, THREE, false),
                new Scene("net.safetensors", SINGLE, THREE, true),
                new Scene("net.safetensors", THREE, SINGLE, true),
                new Scene("net.safetensors", THREE, TWO, true),
                new Scene("net.safetensors", TWO, THREE, true),
                new Scene("net.safetensors", THREE, THREE, true),
                new Scene("net", FIVE, FIVE, false));
        return Stream.concat(withLinks, others);
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void aSaveIsThereAsAWholeOrNotAtAll(Scene scene) throws IOException {
        everyCrash(scene, SAVE, SAVE);
    }

    @ParameterizedTest
    @MethodSource("someScenes")
    void theCheckpointOfAnotherToolIsReplacedAsAWholeOrNotAtAll(Scene scene) throws IOException {
        everyCrash(scene, BY_ANOTHER_TOOL, SAVE);
    }

    /** Of each kind of change one. */
    static Stream<Scene> someScenes() {
        return Stream.of(
                new Scene(SINGLE, SINGLE, true),
                new Scene("net.safetensors", THREE, SINGLE, true),
                new Scene("net.safetensors", FIVE, THREE, true),
                new Scene("net.safetensors", THREE, THREE, true),
                new Scene("net.safetensors", SINGLE, TWO, true),
                new Scene(TWO, TWO, false));
    }

    @ParameterizedTest
    @MethodSource("someScenes")
    void anInitializedPlanIsThereAsAWholeOrNotAtAll(Scene scene) throws IOException {
        everyCrash(scene, SAVE, INITIALIZE);
        everyCrash(scene, BY_ANOTHER_TOOL, INITIALIZE);
    }

    static Stream<Scene> scenesOfTwoCrashes() {
        return Stream.of(
                new Scene("net.safetensors", TWO, TWO, true),
                new Scene("net.safetensors", SINGLE, TWO, true),
                new Scene("net.safetensors", THREE, SINGLE, true),
                new Scene("net.safetensors", TWO, TWO, false));
    }

    @ParameterizedTest
    @MethodSource("scenesOfTwoCrashes")
    void whatGoesOnAfterACrashMayCrashToo(Scene scene) throws IOException {
        for (CheckpointWriting writing : List.of(INITIALIZE, SAVE)) {
            boolean died = true;
            for (int first = 0; died; first++) {
                boolean diedAgain = true;
                for (int second = first % STEP; diedAgain; second += STEP) {
                    Path work = Files.createTempDirectory(folder, "crashes");
                    SAVE.write(work.resolve(scene.name), 1, scene.oldBytes);
                    died = dies(work, first, scene, writing);
                    double afterFirst = loaded(work, scene);
                    diedAgain = died && dies(work, second, scene, writing);
                    assertThat(loaded(work, scene))
                            .as("after crashes at changes %d and %d", first, second)
                            .isBetween(afterFirst, 2.0);
                    writing.write(work.resolve(scene.name), 2, scene.newBytes);
                    assertThat(loaded(work, scene)).isEqualTo(2);
                    if (scene.hasLinks) {
                        assertThat(names(work)).isEqualTo(names(clean(scene)));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("someScenes")
    void aFirstSaveThatDiesLeavesNothingThatIsTakenForACheckpoint(Scene scene) throws IOException {
        boolean died = true;
        for (int crash = 0; died; crash++) {
            Path work = Files.createTempDirectory(folder, "first");
            died = dies(work, crash, scene, SAVE);
            for (Path path : List.of(work, work.resolve(scene.name))) {
                try (Checkpoint checkpoint = Checkpoint.open(path)) {
                    assertThat(checkpoint.tensors()).hasSize(5);
                } catch (CheckpointException | NoSuchFileException e) {
                    assertThat(died).as("there is none: %s", e).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("someScenes")
    void aSaveThatFailsLeavesTheOldOneOrSaysThatItIsThere(Scene scene) throws IOException {
        boolean failed = true;
        for (int change = 0; failed; change++) {
            Path work = Files.createTempDirectory(folder, "failure");
            SAVE.write(work.resolve(scene.name), 1, scene.oldBytes);
            List<String> old = checkpoint(work);
            AtomicBoolean hasFailed = new AtomicBoolean();
            CrashingFileSystem failing = new CrashingFileSystem(work, change, () -> {
                if (!hasFailed.getAndSet(true)) {
                    throw sneaky(new IOException("the disk is full"));
                }
            });
            IOException failure = null;
            try {
                SAVE.write(failing.path(work.resolve(scene.name)), 2, scene.newBytes);
            } catch (IOException e) {
                failure = e;
            }
            failed = hasFailed.get();
            double value = loaded(work, scene);
            if (value == 1) {
                assertThat(checkpoint(work)).as("failure at change %d", change).isEqualTo(old);
            }
            if (failure != null && String.valueOf(failure.getMessage()).contains("it is saved")) {
                assertThat(value).isEqualTo(2);
                assertThat(failure).hasMessageContaining("could not be removed").hasMessageContaining("disk is full");
            }
            SAVE.write(work.resolve(scene.name), 2, scene.newBytes);
            assertThat(names(work)).isEqualTo(names(clean(new Scene(scene.name, SINGLE, scene.newBytes, true))));
        }
    }

    /** Not temporary files, which cannot be removed if that is what fails. */
    private static List<String> checkpoint(Path folder) throws IOException {
        return names(folder).stream()
                .filter(name -> !name.endsWith(".tmp") && !name.endsWith(".lock"))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneaky(Throwable failure) throws T {
        throw (T) failure;
    }

    private void everyCrash(Scene scene, CheckpointWriting old, CheckpointWriting writing) throws IOException {
        boolean died = true;
        int seenOld = 0;
        int seenNew = 0;
        for (int crash = 0; died; crash++) {
            Path work = Files.createTempDirectory(folder, "crash");
            old.write(work.resolve(scene.name), 1, scene.oldBytes);
            died = dies(work, crash, scene, writing);

            double found = loaded(work, scene);
            assertThat(found).as("after a crash at change %d", crash).isIn(1.0, 2.0);
            if (found == 1) {
                seenOld++;
            } else {
                seenNew++;
            }
            writing.write(work.resolve(scene.name), 2, scene.newBytes);
            assertThat(loaded(work, scene)).isEqualTo(2);
            if (scene.hasLinks) {
                assertThat(names(work)).isEqualTo(names(clean(scene)));
            }
        }
        assertThat(seenOld).isGreaterThan(2);
        assertThat(seenNew).isPositive();
    }

    private static boolean dies(Path work, int crash, Scene scene, CheckpointWriting writing) throws IOException {
        CrashingFileSystem dying = new CrashingFileSystem(work, crash, scene.hasLinks);
        try {
            writing.write(dying.path(work.resolve(scene.name)), 2, scene.newBytes);
            return false;
        } catch (Crash e) {
            return true;
        }
    }

    /** The files that a first save leaves. */
    private Path clean(Scene scene) throws IOException {
        Path clean = folder.resolve("clean");
        if (!Files.exists(clean)) {
            Files.createDirectory(clean);
            SAVE.write(clean.resolve(scene.name), 2, scene.newBytes);
        }
        return clean;
    }

    /** The value that all elements have, by the name of the file and by that of the folder. */
    private static double loaded(Path work, Scene scene) throws IOException {
        double value = valueIn(work);
        assertThat(valueIn(work.resolve(scene.name))).isEqualTo(value);
        return value;
    }
}
