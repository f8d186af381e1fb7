package org.initweights.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.spectralVector;
import static org.initweights.SingularSide.LEFT;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.io.SaveOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The heap that a piece is said to take is enough for a JVM that draws it, and what is held for certain is not. */
class PieceMemoryTest {

    private static final long MIB = 1 << 20;
    private static final long BUFFERS = 8 * MIB;

    /** What a JVM takes for itself. */
    private static final long CLASSES = 6 * MIB;

    @ParameterizedTest
    @EnumSource
    void isWhatAJvmNeeds(HeldTensor held) throws Exception {
        Plan plan = held.plan();
        long said = PieceMemory.of(plan, List.of(HeldTensor.last(plan)), held.source(), Long.MAX_VALUE)
                .get(0);

        assertThat(said).isGreaterThanOrEqualTo(held.least + BUFFERS);
        assertThat(drawn(held, said + CLASSES)).as("with %,d", said).isZero();
        if (held.least == 0) {
            assertThat(said).isLessThan(9 * MIB);
        } else {
            assertThat(drawn(held, held.least)).as("in %,d", held.least).isNotZero();
        }
    }

    /** How a JVM ends that draws a tensor in so much heap. */
    private static int drawn(HeldTensor held, long heap) throws IOException, InterruptedException, URISyntaxException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // So that nearly all of the heap is for what lasts.
                "-XX:+UseSerialGC",
                "-Xmn4m",
                "-Xmx" + heap,
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                home(Plan.class) + File.pathSeparator + home(HeldTensor.class),
                HeldTensor.class.getName(),
                held.name());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static Path home(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @Test
    void aVectorOfAMatrixThatDoesNotFitIsRefused() {
        Plan plan = Plan.of(p -> p.tensor("w", normal(), 4096, 4096).tensor("u", spectralVector("w", LEFT), 4096));
        List<Plan.Shard> shards = plan.shards(SaveOptions.defaults());

        assertThatThrownBy(() -> PieceMemory.of(plan, shards, RandomSource.seeded(1), 64 * MIB))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("u [4096]: ")
                .hasMessageContaining("SparkOptions.withMemory");
    }
}
