package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.truncNormal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
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

    private static final int MOST_CHECKPOINTS = KILLS + 50;

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
        initialize(expected.resolve("model"), source, shardBytes);
        int kills = 0;
        int unfinished = 0;

        // A kill of a run that is complete tests nothing: there are more until one left something to go on with.
        for (int checkpoint = 0; kills < KILLS || (unfinished == 0 && checkpoint < MOST_CHECKPOINTS); checkpoint++) {
            Path work = Files.createDirectory(folder.resolve("work" + checkpoint));
            Path file = work.resolve("model");
            for (boolean complete = false; !complete && (kills < KILLS || unfinished == 0); ) {
                Process child = ChildJvm.start("256m", Child.class, file, source, shardBytes);
                // It is writing, not loading classes, when there is a journal.
                while (child.isAlive() && !Plan.isInterrupted(file)) {
                    Thread.onSpinWait();
                }
                complete = child.waitFor(random.nextInt(500), TimeUnit.MILLISECONDS);
                child.destroyForcibly().waitFor();
                kills += complete ? 0 : 1;
                unfinished += Plan.isInterrupted(file) ? 1 : 0;
            }
            initialize(file, source, shardBytes);
            assertSame(work, expected);
        }
        assertThat(unfinished).as("kills that left an unfinished checkpoint").isPositive();
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

    private static void initialize(Path file, String source, long shardBytes) throws IOException {
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
                                .withFiles(SaveOptions.defaults().withShardsOf(shardBytes)));
    }

    private static void model(WeightsBuilder builder) {
        for (int i = 0; i < 30; i++) {
            builder.tensor("normal." + i, normal(), 300, 1001).tensor("cut." + i, truncNormal(), 50_000);
        }
    }

    /** What is killed. */
    static final class Child {

        private Child() {}

        public static void main(String... arguments) throws IOException {
            initialize(Path.of(arguments[0]), arguments[1], Long.parseLong(arguments[2]));
        }
    }
}
