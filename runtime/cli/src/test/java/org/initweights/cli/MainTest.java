package org.initweights.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** As {@code /dev/full} and a pipe whose reader has gone. */
    private static final class Full extends OutputStream {

        @Override
        public void write(int b) throws IOException {
            throw new IOException("No space left on device");
        }
    }

    @BeforeEach
    void writeCheckpoint() throws IOException {
        Path plan = Plans.small(folder);
        CommandRun.of("init", plan, "-o", folder.resolve("m.safetensors"), "-q");
        CommandRun.of("init", plan, "-o", folder.resolve("other.safetensors"), "-q", "--seed", 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inspect m.safetensors",
                "inspect --json m.safetensors",
                "inspect --names-only m.safetensors",
                "plan small.json",
                "plan --json small.json",
                "diff m.safetensors m.safetensors",
                "diff --json m.safetensors other.safetensors",
                "report m.safetensors",
                "report --json m.safetensors",
                "init -q small.json -o new.safetensors",
                "convert -q m.safetensors new.npz",
                "completion",
                "--help",
                "--version",
                "help plan"
            })
    void whatCannotBePrintedIsAFailure(String command) {
        assertThat(run(new Full(), command)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines("initweights: standard output: No space left on device\n");
    }

    @Test
    void whoPrintsNothingLosesNothing() {
        assertThat(run(new Full(), "report -q m.safetensors -o report.txt")).isZero();
        assertThat(run(new Full(), "inspect missing.safetensors")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("there is no such file")
                .hasLineCount(1);
    }

    @Test
    void whatIsPrintedArrives() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(run(out, "diff m.safetensors other.safetensors")).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("embed.weight");
        assertThat(err.size()).isZero();
    }

    private int run(OutputStream out, String command) {
        return Main.run(
                out,
                err,
                Arrays.stream(command.split(" "))
                        .map(word -> word.contains(".") ? folder.resolve(word).toString() : word)
                        .toArray(String[]::new));
    }
}
