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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --model Linear --size in=4 --size out=3 --size ouT2=1 | no parameter has the size "ouT2" (did you mean "out"?); there are
        --model Linear --size in=4 --size out=3 --size head.out=3 --size x=1 | no parameter has the size "head.out" or "x"
        --model Linaer | no model is named Linaer; did you mean Linear?; there are acme.Linear, acme.Net_Head
        """)
    void refusesWhatNothingUses(String options, String reason) throws IOException {
        models(folder.resolve("META-INF/initweights"));
        assertThat(run("plan", folder, options).failure())
                .startsWith("2: initweights: ")
                .contains(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        plan   | small.json  | --size out=3   | no parameter has the size "out"; all sizes of this plan are known already
        plan   | small.json  | --model Foo    | is a single plan; the option chooses among those of a jar or a folder of classes
        init   | small.json  | --model Foo -o x.safetensors | is a single plan
        report | small.json  | --size out=3   | no parameter has the size "out"
        report | small.json  | --plan p.json  | --plan:
        plan   | config.json | --size vocab_size=3 | --size: the configuration
        plan   | config.json | --model Llama  | --model: the configuration
        report | m.safetensors | --seed 3     | --seed: nothing is drawn for
        report | m.safetensors | --source jax | --source: nothing is drawn for
        report | m.safetensors | --size out=3 | --size:
        report | m.safetensors | --dtype BF16 | --dtype:
        """)
    void refusesWhatSinglePlansAndCheckpointsDoNotUse(String command, String file, String options, String reason)
            throws IOException {
        Path plan = Plans.small(folder);
        Files.writeString(folder.resolve("config.json"), "{\"model_type\": \"llama\"}");
        CommandRun.of("init", plan, "-o", folder.resolve("m.safetensors"));
        assertThat(run(command, folder.resolve(file), options).failure())
                .startsWith("2: initweights: ")
                .contains(reason);
    }

    private static CommandRun run(String command, Path file, String options) {
        return CommandRun.of(Stream.concat(Stream.of(command, file), Stream.of(options.split(" ")))
                .toArray());
    }

    private static Path models(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("acme.Linear.json"), LINEAR);
        Files.writeString(folder.resolve("acme.Net_Head.json"), LINEAR.replace("acme.Linear", "acme.Net.Head"));
        return folder;
    }
}
