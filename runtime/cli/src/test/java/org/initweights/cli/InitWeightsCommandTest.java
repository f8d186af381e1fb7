package org.initweights.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InitWeightsCommandTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"plan", "init", "inspect", "diff", "report", "completion"})
    void everyCommandHasHelpWithExamplesAndExitCodes(String command) {
        CommandRun run = CommandRun.of(command, "--help");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("Usage: initweights " + command)
                .contains("Exit codes:")
                .containsPattern("(?s)Examples:.*initweights.* ?" + command)
                .doesNotContain("${");
    }

    @Test
    void saysItsVersion() {
        assertThat(CommandRun.of("--version").lines().get(0)).matches("initweights \\d+\\.\\d+.*");
    }

    @Test
    void suggestsTheCommandThatWasMeant() {
        assertThat(CommandRun.of("inspekt").failure()).startsWith("2: ").contains("inspect");
        assertThat(CommandRun.of().failure()).startsWith("2: initweights: Which command?");
    }

    @Test
    void completesTheOptionsOfEveryCommand() {
        CommandRun run = CommandRun.of("completion");
        assertThat(run.out()).contains("--max-shard-size", "--names-only", "--tolerance");
    }

    @Test
    void coloursAreForTerminalsAlone() throws IOException {
        Path plan = Plans.small(folder);
        assertThat(CommandRun.of("plan", plan).out()).doesNotContain("\u001b[");
        assertThat(CommandRun.inTerminal("plan", plan).lines().get(0))
                .startsWith("\u001b[1mparameter")
                .endsWith("elements\u001b[0m");
    }
}
