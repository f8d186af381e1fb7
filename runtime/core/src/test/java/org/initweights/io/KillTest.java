package org.initweights.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.initweights.Parameters;
import org.initweights.testing.ChildJvm;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Kills processes that save over a checkpoint, at random moments: what they leave is all of a save, the last that they spoke of or a
 * later one. As many kills as the property {@code initweights.kills} says, which the profile {@code reliability} sets to many more.
 */
class KillTest {

    private static final int KILLS = Integer.getInteger("initweights.kills", 4);

    private static final int MOST_KILLS = KILLS + 200;

    private static final String SINGLE = "9000000";
    private static final String SHARDS = "600000";
    private static final String MORE_SHARDS = "300000";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "SAVE," + SINGLE,
        "SAVE," + SHARDS,
        "SAVE," + SHARDS + " " + MORE_SHARDS,
        "SAVE," + SINGLE + " " + SHARDS,
        "SAVE," + SINGLE + " " + SHARDS + " " + MORE_SHARDS + " " + MORE_SHARDS + " " + SINGLE,
        "INITIALIZE," + SHARDS + " " + MORE_SHARDS,
        "INITIALIZE," + SINGLE + " " + SHARDS + " " + MORE_SHARDS + " " + MORE_SHARDS + " " + SINGLE
    })
    void leavesTheOldCheckpointOrTheNewOne(KilledWriter.Way way, String shardBytes)
            throws IOException, InterruptedException {
        Path file = folder.resolve("model.safetensors");
        SplittableRandom random = new SplittableRandom(shardBytes.hashCode());
        KilledWriter.save(KilledWriter.model(), 1, file, Long.parseLong(SINGLE));
        int value = 1;
        int midway = 0;
        // A kill between two saves tests nothing: there are more until one was in the middle of a save.
        for (int kill = 0; kill < KILLS || (midway == 0 && kill < MOST_KILLS); kill++) {
            List<Object> arguments = new ArrayList<>(List.of(way, file, value));
            arguments.addAll(List.of(shardBytes.split(" ")));
            Process process = ChildJvm.startReadable("64m", KilledWriter.class, arguments.toArray());
            int said;
            try (BufferedReader output = process.inputReader(StandardCharsets.US_ASCII)) {
                // Once it has said a number it is saving, whenever it is killed.
                said = Integer.parseInt(output.readLine());
                Thread.sleep(random.nextLong(100));
                // By its handle: Process.destroyForcibly() would throw away what it has said.
                process.toHandle().destroyForcibly();
                said = output.lines().mapToInt(Integer::parseInt).reduce(said, (first, last) -> last);
            }
            process.waitFor();
            value = valueIn(file);
            assertThat(valueIn(folder)).as("what is in the folder").isEqualTo(value);
            assertThat(value).as("after kill %d", kill).isBetween(said, said + 1);
            midway += hasTemporaryFiles() ? 1 : 0;
        }
        assertThat(midway).as("kills in the middle of a save").isPositive();

        way.write(KilledWriter.model(), value, file, Long.parseLong(SINGLE));
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()).filter(name -> !name.endsWith(".lock")))
                    .containsExactly("model.safetensors");
        }
    }

    private boolean hasTemporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(
                    path -> path.toString().endsWith(".tmp") || path.toString().endsWith(".partial"));
        }
    }

    private static int valueIn(Path file) throws IOException {
        Parameters model = KilledWriter.model();
        model.load(file);
        double value = model.get("t0").get(0);
        model.forEach(
                parameter -> assertThat(SampleParameters.values(parameter)).containsOnly(value));
        return (int) value;
    }
}
