package org.initweights.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.kaimingUniform;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.zeros;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.initweights.DType;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.Weights;
import org.initweights.cli.WeightFiles.Contents;
import org.initweights.cli.WeightFiles.Raw;
import org.initweights.io.LoadOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitFromTest {

    @TempDir
    Path folder;

    private Path base;
    private Path plan;
    private Path file;

    @BeforeEach
    void writeBase() throws IOException {
        Map<String, Raw> tensors = new LinkedHashMap<>();
        tensors.put("model.h.0.weight", Raw.f32(List.of(2L, 3L), 1, 2, 3, 4, 5, 6));
        tensors.put("model.h.1.weight", Raw.f32(List.of(2L, 3L), 7, 8, 9, 10, 11, 12));
        tensors.put("model.wte.weight", Raw.f32(List.of(2L), 0.5f, -0.25f));
        base = WeightFiles.safetensors(folder.resolve("base.safetensors"), tensors, Map.of());
        plan = Plans.written(
                folder.resolve("plan.json"),
                Plan.of(p -> p.tensor("layers.0.weight", normal(0, 1), 3, 2)
                        .tensor("layers.1.weight", normal(0, 1), 3, 2)
                        .tensor("wte.weight", DType.BF16, normal(0, 1), 2)
                        .tensor("head.weight", kaimingUniform(), 40, 2)
                        .tensor("head.bias", zeros(), 3)));
        file = folder.resolve("model.safetensors");
    }

    private CommandRun init(Object... more) {
        List<Object> arguments = Stream.concat(
                        Stream.of(
                                "init",
                                plan,
                                "--from",
                                base,
                                "-o",
                                file,
                                "--without-prefix",
                                "model.",
                                "--rename",
                                "^h=layers",
                                "--transpose",
                                "layers.*.weight"),
                        Stream.of(more))
                .toList();
        return CommandRun.of(arguments.toArray());
    }

    @ParameterizedTest
    @CsvSource({"seeded:5", "torch:42", "JAX:7"})
    void theRestIsWhatLoadingIntoAModelGives(String rest) throws IOException {
        CommandRun run = init("--convert", "--rest", rest);
        assertThat(run.exitCode()).as(run.err()).isZero();
        Contents tensors = WeightFiles.read(file);
        assertThat(tensors.get("layers.1.weight").floats()).containsExactly(7, 10, 8, 11, 9, 12);
        assertThat(tensors.get("wte.weight").floats()).containsExactly(0.5f, -0.25f);

        float[] head = new float[80];
        Weights head80 =
                Weights.of(p -> p.tensor("head.weight", kaimingUniform(), 40, 2).tensor("head.bias", zeros(), 3));
        head80.parameters()
                .load(
                        base,
                        LoadOptions.lenient()
                                .initializingRest(
                                        switch (rest.charAt(0)) {
                                            case 's' -> RandomSource.seeded(5);
                                            case 't' -> RandomSource.torch(42);
                                            default -> RandomSource.jax(7);
                                        }));
        for (int i = 0; i < head.length; i++) {
            head[i] = (float) head80.parameters().get("head.weight").get(i);
        }
        assertThat(tensors.get("head.weight").floats()).isEqualTo(head);
    }

    @Test
    void saysWhatWasDoneWithEachParameter() throws IOException {
        CommandRun run = init("--convert", "--rest", "seeded", "--seed", 3);
        assertThat(run.lines())
                .containsExactly(
                        "tensors          from              change                     number",
                        "layers.*.weight  model.h.*.weight  F32 as it is, axes [1, 0]       2",
                        "wte.weight       model.wte.weight  F32 to BF16                     1",
                        "head.weight      -                 initialized                     1",
                        "head.bias        -                 initialized                     1",
                        file + ": 5 parameters, 97 elements, 384 B from " + base + " and RandomSource.seeded(3)");
        assertThat(WeightFiles.read(file).metadata())
                .containsEntry("base", "base.safetensors")
                .containsEntry("source", "RandomSource.seeded(3)");
    }

    @Test
    void aDryRunShowsTheSameAndWritesNothing() throws IOException {
        CommandRun explained = init("--convert", "--rest", "seeded", "--explain");
        assertThat(explained.exitCode()).isZero();
        assertThat(names()).containsExactly("base.safetensors", "plan.json");
        CommandRun done = init("--convert", "--rest", "seeded");
        assertThat(explained.lines().subList(0, 5)).isEqualTo(done.lines().subList(0, 5));
        assertThat(explained.lines().get(5)).isEqualTo("nothing was written");
    }

    @Test
    void aDryRunOfWhatDoesNotFitNamesEverything() throws IOException {
        CommandRun run = init("--explain");
        assertThat(run.failure())
                .isEqualToIgnoringNewLines("2: initweights: " + base
                        + ": it does not fit the plan, so nothing would be written; try --convert");
        assertThat(run.lines())
                .contains(
                        "does not fit: wte.weight: type BF16 in the model, but F32 in the file",
                        "does not fit: head.bias: missing in the file; the model has F32 [3]");
    }

    @Test
    void refusesInOneLineWithTheCureAndWritesNothing() throws IOException {
        assertThat(init("--rest", "seeded").failure())
                .isEqualToIgnoringNewLines(
                        "2: initweights: " + base
                                + ": it does not fit the plan: wte.weight: type BF16 in the model, but F32 in the file; try --convert");
        assertThat(CommandRun.of("init", plan, "--from", base, "-o", file, "--convert")
                        .failure())
                .contains(": it does not fit the plan: ")
                .contains(" more, which --explain shows");
        assertThat(names()).containsExactly("base.safetensors", "plan.json");
    }

    @Test
    void replacesACheckpointOnlyIfItMay() throws IOException {
        assertThat(init("--convert", "--rest", "seeded").exitCode()).isZero();
        byte[] before = Files.readAllBytes(file);
        assertThat(init("--convert", "--rest", "seeded:9").failure())
                .isEqualToIgnoringNewLines("2: initweights: " + file + ": it is there already; --force replaces it");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(init("--convert", "--rest", "seeded:9", "--force").exitCode())
                .isZero();
        assertThat(Files.readAllBytes(file)).isNotEqualTo(before);
    }

    @Test
    void anInterruptedRunWithOtherWeightsIsNotContinued() throws IOException {
        Files.writeString(
                folder.resolve("model.safetensors.journal"), "InitWeights journal 1\nplan other\nsource other\n1 \n");
        CommandRun refused = init("--convert", "--rest", "seeded");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("--restart");
        assertThat(file).doesNotExist();
        assertThat(init("--convert", "--rest", "seeded", "--restart").exitCode())
                .isZero();
    }

    @Test
    void writesShardsFromArchives() throws IOException {
        Path npz = folder.resolve("base.npz");
        assertThat(CommandRun.of("convert", base, npz).exitCode()).isZero();
        Path other = folder.resolve("other.safetensors");
        assertThat(init("--convert", "--rest", "torch:1").exitCode()).isZero();
        Path single = file;
        base = npz;
        file = other;
        assertThat(init("--convert", "--rest", "torch:1", "--shard-size", "200B")
                        .exitCode())
                .isZero();
        assertThat(names()).contains("other.safetensors.index.json");
        assertThat(CommandRun.of("diff", single, other).lines()).containsExactly("equal: 5 tensors");
    }

    @Test
    void whatDoesNotFitIsLeftOutOrStartsAnewIfItMay() throws IOException {
        Path wide = Plans.written(
                folder.resolve("wide.json"),
                Plan.of(p -> p.tensor("wte.weight", zeros(), 4).tensor("h.0.weight", zeros(), 2, 3)));
        CommandRun run = CommandRun.of(
                "init",
                wide,
                "--from",
                base,
                "-o",
                file,
                "--without-prefix",
                "model.",
                "--lenient",
                "--rest",
                "seeded");
        assertThat(run.exitCode()).isZero();
        assertThat(run.lines())
                .contains(
                        "does not fit: wte.weight: shape [4] in the model, but [2] in the file",
                        "does not fit: h.1.weight: no parameter of the model; the file has F32 [2, 3]");
        Contents after = WeightFiles.read(file);
        assertThat(after.get("wte.weight").floats()).containsExactly(0, 0, 0, 0);
        assertThat(after.get("h.0.weight").floats()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::getFileName).map(String::valueOf).sorted().toList();
        }
    }
}
