package org.initweights.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.initweights.Execution;
import org.initweights.InitializeOptions;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.io.SaveOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InitCommandTest {

    @TempDir
    Path folder;

    private Path plan;
    private Path file;

    @BeforeEach
    void writePlan() throws IOException {
        plan = Plans.small(folder);
        file = folder.resolve("model.safetensors");
    }

    @Test
    void writesWhatThePlanGivesWithItsSeedInTheMetadata() throws IOException {
        CommandRun run = CommandRun.of("init", plan, "-o", file, "--seed", 7);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .isEqualToIgnoringNewLines(file + ": 4 parameters, 417 elements, 1.7 kB from RandomSource.seeded(7)");
        Path expected = folder.resolve("expected.safetensors");
        Plan.read(plan)
                .initialize(
                        expected,
                        RandomSource.seeded(7),
                        InitializeOptions.defaults()
                                .withFiles(SaveOptions.defaults().withSeed(7)));
        assertThat(file).hasSameBinaryContentAs(expected);
    }

    @Test
    void theSeedIs42UnlessOneIsGiven() throws IOException {
        CommandRun.of("init", plan, "-o", file);
        Path other = folder.resolve("other.safetensors");
        CommandRun.of("init", plan, "-o", other, "--seed=42");
        assertThat(file).hasSameBinaryContentAs(other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"torch", "JAX"})
    void drawsFromTheSourceThatIsAskedFor(String source) throws IOException {
        CommandRun run = CommandRun.of("init", plan, "-o", file, "--source", source, "--seed", 3);
        assertThat(run.out()).containsIgnoringCase("from RandomSource." + source + "(");
        Path seeded = folder.resolve("seeded.safetensors");
        CommandRun.of("init", plan, "-o", seeded, "--seed", 3);
        assertThat(CommandRun.of("diff", file, seeded).exitCode()).isEqualTo(1);
    }

    @Test
    void threadsAndMemoryDoNotChangeTheBytes() throws IOException {
        CommandRun.of("init", plan, "-o", file);
        Path other = folder.resolve("other.safetensors");
        assertThat(CommandRun.of("init", plan, "-o", other, "--threads", 1, "--memory", "2MiB")
                        .exitCode())
                .isZero();
        assertThat(file).hasSameBinaryContentAs(other);
    }

    @Test
    void writesShardsWithAnIndex() throws IOException {
        assertThat(CommandRun.of("init", plan, "-o", file, "--max-shard-size", "1KB")
                        .exitCode())
                .isZero();
        assertThat(names())
                .contains(
                        "model-00001-of-00002.safetensors",
                        "model-00002-of-00002.safetensors",
                        "model.safetensors.index.json")
                .doesNotContain("model.safetensors");
    }

    @Test
    void refusesWhatAnInterruptedRunOfAnotherPlanLeftUnlessItMayBeginAnew() throws IOException {
        Files.writeString(
                folder.resolve("model.safetensors.journal"), "InitWeights journal 1\nplan other\nsource other\n1 \n");
        CommandRun refused = CommandRun.of("init", plan, "-o", file);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .contains("; finish that run, or begin anew with --restart")
                .hasLineCount(1);
        assertThat(file).doesNotExist();
        assertThat(CommandRun.of("init", plan, "-o", file, "--restart").exitCode())
                .isZero();
        assertThat(names()).containsExactlyInAnyOrder("small.json", "model.safetensors");
    }

    /** Nothing is said to go on that does not. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --seed 8 | another random source: RandomSource.seeded(7), and this one draws from RandomSource.seeded(8);
        --seed 7 --source jax | another random source: RandomSource.seeded(7), and this one draws from RandomSource.jax(JaxKey[00000000 00000007]);
        --seed 7 --max-shard-size 1KB | another plan, or of this one with other shards, metadata or stored weights;
        --seed 7 --dtype BF16 | another plan, or of this one with other shards, metadata or stored weights;
        """)
    void saysWhatIsAnotherThanInTheInterruptedRun(String options, String difference) throws IOException {
        interrupt();
        CommandRun run = CommandRun.of(Stream.concat(Stream.of("init", plan, "-o", file), Stream.of(options.split(" ")))
                .toArray());
        assertThat(run.failure())
                .startsWith("2: initweights: " + file + ".journal: it belongs to an interrupted run of " + difference)
                .endsWith("; finish that run, or begin anew with --restart" + System.lineSeparator())
                .hasLineCount(1);

        CommandRun same = CommandRun.of("init", plan, "-o", file, "--seed", 7);
        assertThat(same.exitCode()).as(same.err()).isZero();
        assertThat(same.err()).startsWith(file + ": going on where an interrupted run stopped; --restart begins anew");
    }

    /** As kill -9 does it, in the middle. */
    private void interrupt() throws IOException {
        Set<String> seen = new HashSet<>();
        try {
            Plan.read(plan)
                    .initialize(
                            file,
                            RandomSource.seeded(7),
                            InitializeOptions.defaults()
                                    .withFiles(SaveOptions.defaults()
                                            .withMetadata("seed", "7")
                                            .withSource(RandomSource.seeded(7)))
                                    .withExecution(Execution.serial().withProgress((parameter, done, total) -> {
                                        if (seen.add(parameter.name()) && seen.size() == 2) {
                                            throw new IllegalStateException("interrupted");
                                        }
                                    })));
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("interrupted");
        }
        assertThat(Path.of(file + ".journal")).exists();
    }

    @Test
    void showsProgressInATerminalAndRemovesItWhenItIsDone() {
        CommandRun run = CommandRun.inTerminal("init", plan, "-o", file);
        assertThat(run.err())
                .contains("init ")
                .contains("of 1.7 kB")
                .contains(" left")
                .contains("\r\u001b[2Kin ");
        assertThat(CommandRun.inTerminal("init", plan, "-o", file, "-q", "--force")
                        .err())
                .isEmpty();
    }

    @Test
    void saysWhatIsWrongWithArguments() {
        assertThat(CommandRun.of("init", plan).failure()).isEqualToNormalizingNewlines("""
                        2: initweights: Missing required option: '--output=FILE'
                        See 'initweights init --help'.
                        """);
        assertThat(CommandRun.of("init", plan, "-o", file, "--memory", "12 parsecs")
                        .failure())
                .startsWith("2: ")
                .contains("'12 parsecs' is no size; write 5GB, 64MiB or a number of bytes");
        assertThat(CommandRun.of("init", plan, "-o", file, "--threads", 0).failure())
                .isEqualToIgnoringNewLines("2: initweights: --threads 0: give 1 or more");
        assertThat(CommandRun.of("init", plan, "-o", folder.resolve("nowhere/model.safetensors"))
                        .failure())
                .startsWith("2: initweights: ")
                .contains("nowhere")
                .doesNotContain("\tat ");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::getFileName).map(String::valueOf).toList();
        }
    }
}
