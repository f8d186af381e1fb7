package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.truncNormal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.initweights.testing.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills processes at random moments; the next goes on. */
class PlanKillTest {

    private static final int KILLS = 4;

    @TempDir
    Path folder;

    @Test
    void aKilledRunIsContinuedToTheSameBytes() throws Exception {
        Path expected = folder.resolve("expected");
        Path file = folder.resolve("model");
        Plan.of(PlanKillTest::model).initialize(expected, RandomSource.torch(1));
        Random random = new Random(3);

        for (int kill = 0; kill < KILLS && !Files.exists(file); kill++) {
            Process child = ChildJvm.start("256m", Child.class, file);
            // It is writing, not loading classes, when the file is there.
            while (child.isAlive() && !Files.exists(folder.resolve("model.partial"))) {
                Thread.onSpinWait();
            }
            child.waitFor(random.nextInt(300), TimeUnit.MILLISECONDS);
            child.destroyForcibly().waitFor();
        }
        Plan.of(PlanKillTest::model).initialize(file, RandomSource.torch(1));

        assertThat(Files.mismatch(file, expected)).isEqualTo(-1);
        assertThat(folder.resolve("model.journal")).doesNotExist();
    }

    private static void model(WeightsBuilder builder) {
        for (int i = 0; i < 60; i++) {
            builder.tensor("normal." + i, normal(), 300, 1001).tensor("cut." + i, truncNormal(), 50_000);
        }
    }

    /** What is killed. */
    static final class Child {

        private Child() {}

        public static void main(String... arguments) throws IOException {
            Plan.of(PlanKillTest::model).initialize(Path.of(arguments[0]), RandomSource.torch(1));
        }
    }
}
