package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.truncNormal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.initweights.io.SaveOptions;
import org.initweights.testing.ChildJvm;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Kills processes that initialise a plan, at random moments; the next goes on, and is killed too. As many kills as the property {@code
 * initweights.kills} says, which the profile {@code reliability} sets to many more.
 */
class PlanKillTest {

    private static final int KILLS = Integer.getInteger("initweights.kills", 4);

    private static final int PARAMETERS = 60;

    /** A child that has no files after so long never will. */
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(2);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "seeded, 1000000000",
        "seeded, 9000000",
        "torch, 1000000000",
        "torch, 9000000",
        "jax, 1000000000",
        "jax, 9000000"
    })
    void aKilledRunIsContinuedToTheSameBytes(String source, long shardBytes) throws Exception {
        Random random = new Random(source.hashCode() + shardBytes);
        Path expected = Files.createDirectory(folder.resolve("expected"));
        initialize(expected.resolve("model"), source, shardBytes, Execution.parallel());

        for (int kills = 0; kills < KILLS; ) {
            Path work = Files.createDirectory(folder.resolve("work" + kills));
            Path file = work.resolve("model");
            // The first are killed in the middle for sure, the last wherever it is, perhaps while it gives the files
            // their names.
            for (int midway = 1 + random.nextInt(2); midway > 0; midway--, kills++) {
                boolean complete = startAndKill(work, random, file, source, shardBytes, random.nextInt(PARAMETERS - 3));
                assertThat(complete).as("ended before it was killed").isFalse();
                assertThat(isUnfinished(work))
                        .as("a journal and a file were left")
                        .isTrue();
            }
            startAndKill(work, random, file, source, shardBytes, Integer.MAX_VALUE);
            kills++;
            initialize(file, source, shardBytes, Execution.parallel());
            assertSame(work, expected);
        }
    }

    /** Starts a child, and kills it at a random moment after there are its files. Whether it ended itself before. */
    private static boolean startAndKill(Path work, Random random, Object... arguments) throws Exception {
        Process child = ChildJvm.start("256m", Child.class, arguments);
        // It is writing, not loading classes, when its files are there.
        long begin = System.nanoTime();
        while (child.isAlive() && !isUnfinished(work) && System.nanoTime() - begin < PATIENCE) {
            Thread.onSpinWait();
        }
        boolean complete = child.waitFor(random.nextInt(300), TimeUnit.MILLISECONDS);
        child.destroyForcibly().waitFor();
        return complete;
    }

    private static boolean isUnfinished(Path work) throws IOException {
        try (Stream<Path> files = Files.list(work)) {
            List<String> names = files.map(Path::toString).toList();
            return names.stream().anyMatch(name -> name.endsWith(".journal"))
                    && names.stream().anyMatch(name -> name.endsWith(".partial"));
        }
    }

    private static void assertSame(Path folder, Path expected) throws IOException {
        try (Stream<Path> files = Files.list(expected)) {
            for (Path file : files.toList()) {
                assertThat(Files.mismatch(folder.resolve(file.getFileName()), file))
                        .as("%s", file.getFileName())
                        .isEqualTo(-1);
            }
        }
        assertThat(folder).isDirectoryNotContaining("glob:**{partial,journal,tmp}");
    }

    private static void initialize(Path file, String source, long shardBytes, Execution execution) throws IOException {
        RandomSource random = switch (source) {
            case "seeded" -> RandomSource.seeded(1);
            case "torch" -> RandomSource.torch(1);
            default -> RandomSource.jax(1);
        };
        Plan.of(PlanKillTest::model)
                .initialize(
                        file,
                        random,
                        InitializeOptions.defaults()
                                .withFiles(SaveOptions.defaults().withShardsOf(shardBytes))
                                .withExecution(execution));
    }

    private static void model(WeightsBuilder builder) {
        for (int i = 0; i < PARAMETERS / 2; i++) {
            builder.tensor("normal." + i, normal(), 300, 1001).tensor("cut." + i, truncNormal(), 50_000);
        }
    }

    /** What is killed. The last argument says after how many parameters' elements it waits for that. */
    static final class Child {

        private Child() {}

        public static void main(String... arguments) throws IOException {
            long last = Long.parseLong(arguments[3]);
            Execution waiting = Execution.parallel().withProgress((parameter, done, total) -> {
                while (done * PARAMETERS >= last * total) {
                    LockSupport.park();
                }
            });
            initialize(Path.of(arguments[0]), arguments[1], Long.parseLong(arguments[2]), waiting);
        }
    }
}
