package org.initweights.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.initweights.DType;
import org.initweights.Initializers;
import org.initweights.Plan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that users run, as a process of its own. */
@Tag("runnable-jar")
class RunnableJarTest {

    @TempDir
    Path folder;

    @Test
    void runsWithNothingButJava() throws IOException, InterruptedException {
        Path plan = Plans.small(folder);
        Path file = folder.resolve("model.safetensors");
        assertThat(finished("init", plan, "-o", file).exitCode()).isZero();
        CommandRun inspected = finished("inspect", "--json", file);
        assertThat(inspected.err()).isEmpty();
        assertThat(inspected.json().at("/checkpoints/0/tensors")).hasSize(4);
        assertThat(finished("report", file, "-o", folder.resolve("report.png")).exitCode())
                .isZero();
        assertThat(finished("report", plan).out()).contains("N(0, 0.02²)");
        assertThat(finished("--version").out()).startsWith("initweights ");
    }

    @Test
    void goesOnAfterItWasInterrupted() throws IOException, InterruptedException {
        Path plan = Plans.written(folder.resolve("plan.json"), Plan.of(p -> {
            for (int layer = 0; layer < 40; layer++) {
                p.tensor(layer + ".weight", DType.BF16, Initializers.normal(0, 0.02), 1024, 2048);
            }
        }));
        Path file = folder.resolve("model.safetensors");
        Path journal = folder.resolve("model.safetensors.journal");
        Process process = start("init", plan, "-o", file, "--threads", 1);
        while (process.isAlive() && !Files.exists(journal)) {
            Thread.sleep(5);
        }
        // As Ctrl-C does, which shells let background processes ignore.
        process.destroy();
        CommandRun interrupted = result(process);
        assertThat(interrupted.exitCode()).isNotZero();
        assertThat(interrupted.err()).contains("the same command goes on from there");
        assertThat(file).doesNotExist();

        CommandRun resumed = finished("init", plan, "-o", file);
        assertThat(resumed.exitCode()).isZero();
        assertThat(resumed.err()).contains("going on where an interrupted run stopped");
        Path whole = folder.resolve("whole.safetensors");
        assertThat(finished("init", plan, "-o", whole).err()).doesNotContain("going on");
        assertThat(file).hasSameBinaryContentAs(whole);
        assertThat(journal).doesNotExist();
    }

    private CommandRun finished(Object... arguments) throws IOException, InterruptedException {
        return result(start(arguments));
    }

    private Process start(Object... arguments) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(java.toString(), "-jar", System.getProperty("initweights.jar")));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
    }

    private CommandRun result(Process process) throws IOException, InterruptedException {
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return new CommandRun(
                process.exitValue(),
                Files.readString(folder.resolve("out.txt"), StandardCharsets.UTF_8),
                Files.readString(folder.resolve("err.txt"), StandardCharsets.UTF_8));
    }
}
