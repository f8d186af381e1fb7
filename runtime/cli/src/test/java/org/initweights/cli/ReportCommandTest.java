package org.initweights.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.initweights.Initializers;
import org.initweights.Plan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {

    @TempDir
    Path folder;

    private Path plan;
    private Path file;

    @BeforeEach
    void writeCheckpoint() throws IOException {
        plan = Plans.small(folder);
        file = folder.resolve("model.safetensors");
        CommandRun.of("init", plan, "-o", file);
    }

    @Test
    void aPlanIsReportedOnAsItsCheckpointBesideIt() {
        CommandRun run = CommandRun.of("report", plan, "--title", "Small");
        assertThat(run.exitCode()).isZero();
        assertThat(run.lines()).startsWith("Small", "RandomSource.seeded(42)");
        assertThat(run.out()).contains("N(0, 0.02²)").contains("embed.weight");
        assertThat(CommandRun.of("report", file, "--plan", plan, "--title", "Small")
                        .out())
                .isEqualTo(run.out());
    }

    @Test
    void knowsNoInitializersWithoutAPlan() {
        assertThat(CommandRun.of("report", file).out())
                .startsWith("model.safetensors")
                .doesNotContain("N(0");
    }

    @Test
    void writesPagesPicturesAndText() throws IOException {
        Path page = folder.resolve("report.html");
        Path picture = folder.resolve("report.PNG");
        Path text = folder.resolve("report.txt");
        assertThat(CommandRun.of("report", file, "-o", page).out()).isEmpty();
        assertThat(page).content().startsWith("<!DOCTYPE html>").contains("embed.weight");
        assertThat(CommandRun.of("report", file, "-o", picture).exitCode()).isZero();
        assertThat(ImageIO.read(picture.toFile()).getWidth()).isGreaterThan(100);
        assertThat(CommandRun.of("report", file, "-o", text).exitCode()).isZero();
        assertThat(text).hasContent(CommandRun.of("report", file).out());
    }

    @Test
    void givesData() {
        JsonNode json = CommandRun.of("report", "--json", file, "--plan", plan).json();
        JsonNode embedding = json.at("/parameters/0");
        assertThat(embedding.get("name").asText()).isEqualTo("embed.weight");
        assertThat(embedding.get("expectedStd").asDouble()).isEqualTo(0.02);
        assertThat(embedding.get("pValue").asDouble()).isBetween(0.0, 1.0);
        assertThat(embedding.at("/signal/forward").asDouble()).isPositive();
    }

    @Test
    void warnsOfTensorsThatAreNotAsThePlanSays() throws IOException {
        Path other = Plans.written(
                folder.resolve("other.json"),
                Plan.of(p -> p.tensor("embed.weight", Initializers.normal(0, 1), 20, 10)));
        JsonNode warnings =
                CommandRun.of("report", "--json", file, "--plan", other).json().get("warnings");
        assertThat(warnings).isNotEmpty();
        assertThat(warnings.get(0).get("parameter").asText()).isEqualTo("embed.weight");
    }

    @Test
    void refusesAPlanOfOtherTensors() throws IOException {
        Path other =
                Plans.written(folder.resolve("other.json"), Plan.of(p -> p.tensor("fc.bias", Initializers.zeros(), 9)));
        assertThat(CommandRun.of("report", file, "--plan", other).failure())
                .isEqualToIgnoringNewLines(
                        "2: initweights: " + file.toAbsolutePath() + " has fc.bias F32 [8], and the plan F32 [9]");
        assertThat(Files.exists(folder)).isTrue();
    }
}
