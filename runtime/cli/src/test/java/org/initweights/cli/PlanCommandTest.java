package org.initweights.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {

    private static final String LINEAR = """
            {"model": "acme.Linear", "members": [
              {"name": "weight", "shape": ["out", "in"], "dtype": "F32", "initializer": "@XavierNormal",
               "rule": {"type": "xavier", "distribution": "NORMAL", "gain": 1.0}}]}
            """;

    @TempDir
    Path folder;

    @Test
    void showsEveryParameterAndTheTotals() throws IOException {
        CommandRun run = CommandRun.of("plan", Plans.small(folder));
        assertThat(run.exitCode()).isZero();
        assertThat(run.lines())
                .containsExactly(
                        "parameter     shape     dtype  initializer  elements",
                        "embed.weight  [20, 10]  F32    N(0, 0.02²)       200",
                        "fc.weight     [8, 26]   F32    U(±0.4804)        208",
                        "fc.bias       [8]       F32    0                   8",
                        "scale         []        F32    1                   1",
                        "4 parameters, 417 elements, 1.7 kB");
    }

    @Test
    void storesAllParametersAsTheTypeThatIsAskedFor() throws IOException {
        CommandRun run = CommandRun.of("plan", "--dtype", "bf16", "--json", Plans.small(folder));
        assertThat(run.json().findValuesAsText("dtype")).hasSize(4).containsOnly("BF16");
        assertThat(run.json().get("bytes").asLong()).isEqualTo(2 * 417);
        assertThat(run.json().get("parameters").get(1).get("shape").toString()).isEqualTo("[8,26]");
    }

    @Test
    void writesAPlanThatIsShownTheSame() throws IOException {
        Path written = folder.resolve("flat.json");
        CommandRun run = CommandRun.of("plan", "--dtype", "F16", Plans.small(folder), "-o", written);
        assertThat(run.err()).isEqualToIgnoringNewLines("wrote " + written);
        assertThat(CommandRun.of("plan", written).out()).isEqualTo(run.out());
    }

    @Test
    void refusesPipesWithoutWaitingForTheirWriters() throws Exception {
        for (String name : new String[] {"plan.json", "models.jar", "model.safetensors"}) {
            Path pipe = folder.resolve(name);
            assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
                CommandRun run = CommandRun.of(name.endsWith("tensors") ? "inspect" : "plan", pipe);
                assertThat(run.exitCode()).isEqualTo(2);
                assertThat(run.err()).contains(pipe.toString(), "it is no regular file");
            });
        }
    }

    @Test
    void namesTheModelsOfAFolderToChooseFrom() throws IOException {
        Path models = models(folder.resolve("META-INF/initweights"));
        assertThat(models).isDirectory();
        assertThat(CommandRun.of("plan", folder).failure())
                .isEqualToIgnoringNewLines("2: initweights: " + folder
                        + ": it has the plans of several models; choose one by --model: acme.Linear, acme.Net_Head");
        assertThat(CommandRun.of("plan", folder, "--model", "Net").failure())
                .contains("no model is named Net; there are acme.Linear, acme.Net_Head");
    }

    @Test
    void readsAModelOfAJarWithSizes() throws IOException {
        Path jar = folder.resolve("acme.jar");
        try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of("create", "true"))) {
            models(files.getPath("META-INF/initweights"));
        }
        CommandRun run = CommandRun.of("plan", jar, "--model", "Linear", "--size", "out=3", "--size", "in=4");
        assertThat(run.lines()).contains("weight     [3, 4]  F32    N(0, 0.5345²)        12");
    }

    @Test
    void namesTheSizeThatIsMissing() throws IOException {
        models(folder.resolve("META-INF/initweights"));
        assertThat(CommandRun.of("plan", folder, "--model", "Linear", "--size", "out=3")
                        .failure())
                .startsWith("2: ")
                .contains("weight: the size \"in\" is not known")
                .doesNotContain("\tat ");
    }

    private static Path models(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("acme.Linear.json"), LINEAR);
        Files.writeString(folder.resolve("acme.Net_Head.json"), LINEAR.replace("acme.Linear", "acme.Net.Head"));
        return folder;
    }
}
