package org.initweights.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.initweights.Parameters;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kills processes that save, at random moments: what they leave is complete, old or absent. */
class KillTest {

    private static final int KILLS = 5;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, 3 << 20})
    void leavesACompleteFileOrNone(long shardBytes) throws IOException, InterruptedException {
        Path file = folder.resolve("model.safetensors");
        SplittableRandom random = new SplittableRandom();
        int complete = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start(file, shardBytes);
            try {
                assertThat(new String(process.getInputStream().readNBytes(5), StandardCharsets.US_ASCII))
                        .isEqualTo("ready");
                Thread.sleep(random.nextLong(1000));
            } finally {
                process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
            complete += checkWhole(file);
        }
        assertThat(complete).as("files there after %d kills", KILLS).isPositive();
    }

    private static Process start(Path file, long shardBytes) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        "target/classes" + File.pathSeparator + "target/test-classes",
                        KilledWriter.class.getName(),
                        file.toString(),
                        Long.toString(shardBytes))
                .redirectErrorStream(true)
                .start();
    }

    /** Loads what there is, if it is there; returns how many checkpoints that were. */
    private static int checkWhole(Path file) throws IOException {
        Parameters model = KilledWriter.model();
        try {
            model.load(file);
        } catch (NoSuchFileException e) {
            assertThat(file).doesNotExist();
            return 0;
        }
        double generation = model.get("t0").get(0);
        assertThat(generation).isPositive();
        model.forEach(
                parameter -> assertThat(SampleParameters.values(parameter)).containsOnly(generation));
        return 1;
    }
}
