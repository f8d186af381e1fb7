package org.initweights.internal.files.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.constant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.initweights.InitializeOptions;
import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.Weights;
import org.initweights.WeightsBuilder;
import org.initweights.io.SaveOptions;
import org.initweights.testing.CrashingFileSystem;
import org.initweights.testing.CrashingFileSystem.Crash;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lets a process die at each change of the file system, one after the other: what is there is always all old or all new. */
class CrashTest {

    private static final long SINGLE = Long.MAX_VALUE;
    private static final long THREE = 40;
    private static final long FIVE = 20;

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
        return Stream.concat(withLinks, Stream.of(new Scene(THREE, THREE, false), new Scene(FIVE, THREE, false)));
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void aSaveIsThereAsAWholeOrNotAtAll(Scene scene) throws IOException {
        everyCrash(scene, CrashTest::save);
    }

    static Stream<Scene> scenesOfPlans() {
        return Stream.of(
                new Scene(SINGLE, SINGLE, true),
                new Scene("net.safetensors", THREE, SINGLE, true),
                new Scene("net.safetensors", FIVE, THREE, true));
    }

    @ParameterizedTest
    @MethodSource("scenesOfPlans")
    void anInitializedPlanIsThereAsAWholeOrNotAtAll(Scene scene) throws IOException {
        everyCrash(scene, CrashTest::initialize);
    }

    private interface Writing {
        void write(Path file, double value, long shardBytes) throws IOException;
    }

    private void everyCrash(Scene scene, Writing writing) throws IOException {
        boolean died = true;
        int seenOld = 0;
        int seenNew = 0;
        for (int crash = 0; died; crash++) {
            Path work = Files.createDirectory(folder.resolve("crash" + crash));
            save(work.resolve(scene.name), 1, scene.oldBytes);
            CrashingFileSystem dying = new CrashingFileSystem(work, crash, scene.hasLinks);
            died = dies(() -> writing.write(dying.path(work.resolve(scene.name)), 2, scene.newBytes));

            double found = valueIn(work, scene);
            assertThat(found).as("after a crash at change %d", crash).isIn(1.0, 2.0);
            if (found == 1) {
                seenOld++;
            } else {
                seenNew++;
            }
            writing.write(work.resolve(scene.name), 2, scene.newBytes);
            assertThat(valueIn(work, scene)).isEqualTo(2);
            if (scene.hasLinks) {
                assertThat(names(work)).isEqualTo(names(clean(scene)));
            }
        }
        assertThat(seenOld).isGreaterThan(2);
        assertThat(seenNew).isPositive();
    }

    private static boolean dies(Action action) throws IOException {
        try {
            action.run();
            return false;
        } catch (Crash e) {
            return true;
        }
    }

    private interface Action {
        void run() throws IOException;
    }

    /** The files that a first save leaves. */
    private Path clean(Scene scene) throws IOException {
        Path clean = folder.resolve("clean");
        if (!Files.exists(clean)) {
            Files.createDirectory(clean);
            save(clean.resolve(scene.name), 2, scene.newBytes);
        }
        return clean;
    }

    private static void model(WeightsBuilder builder, double value) {
        for (int i = 0; i < 5; i++) {
            builder.tensor("t" + i, constant(value), 5);
        }
    }

    private static void save(Path file, double value, long shardBytes) throws IOException {
        Parameters parameters =
                Weights.of(builder -> model(builder, value)).initialize(0).parameters();
        parameters.save(file, SaveOptions.defaults().withShardsOf(shardBytes));
    }

    private static void initialize(Path file, double value, long shardBytes) throws IOException {
        Plan.of(builder -> model(builder, value))
                .initialize(
                        file,
                        RandomSource.seeded(1),
                        InitializeOptions.defaults()
                                .withFiles(SaveOptions.defaults().withShardsOf(shardBytes)));
    }

    /** The value that all elements have, by the name of the file and by that of the folder. */
    private static double valueIn(Path work, Scene scene) throws IOException {
        double value = load(work);
        assertThat(load(work.resolve(scene.name))).isEqualTo(value);
        return value;
    }

    private static double load(Path path) throws IOException {
        Parameters model = Weights.of(builder -> model(builder, 0)).parameters();
        model.load(path);
        double value = model.get("t0").get(0);
        model.forEach(parameter -> {
            for (long i = 0; i < parameter.elements(); i++) {
                assertThat(parameter.get(i)).isEqualTo(value);
            }
        });
        return value;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
