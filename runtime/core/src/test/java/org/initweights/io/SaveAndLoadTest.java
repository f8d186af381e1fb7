package org.initweights.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.initweights.io.SampleParameters.add;
import static org.initweights.io.SampleParameters.collect;
import static org.initweights.io.SampleParameters.values;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.initweights.DType;
import org.initweights.Initializers;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.Weights;
import org.initweights.collect.TensorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SaveAndLoadTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 40, 1000, 10_000, Long.MAX_VALUE})
    void bringsBackEveryTypeOfFieldInFilesOfAnySize(long shardBytes) throws IOException {
        Path file = folder.resolve("model.safetensors");
        Parameters saved = SampleParameters.ofEveryFieldType(1);
        saved.save(file, SaveOptions.defaults().withShardsOf(shardBytes));

        Parameters loaded = SampleParameters.ofEveryFieldType(2);
        LoadReport report = loaded.load(file);
        assertThat(report.skipped()).isEmpty();
        assertThat(report.loaded())
                .containsExactlyElementsOf(saved.stream().map(Parameter::name).toList());
        for (Parameter parameter : saved) {
            assertThat(values(loaded.get(parameter.name())))
                    .as(parameter.name())
                    .isEqualTo(values(parameter));
        }
        Parameters again = SampleParameters.ofEveryFieldType(3);
        again.load(folder);
        assertThat(values(again.get("nested"))).isEqualTo(values(saved.get("nested")));
    }

    @Test
    void namesEverythingThatDoesNotFitAndWritesNothing() throws IOException {
        Path file = folder.resolve("model.safetensors");
        Parameters saved = collect(p -> {
            add(p, "same", TensorType.FLOATS, 2, 3);
            add(p, "shape", TensorType.FLOATS, 2, 3);
            add(p, "type", TensorType.FLOATS, 4);
            add(p, "both", TensorType.DOUBLES, 4);
            add(p, "extra", TensorType.BF16, 5);
        });
        saved.initialize(1);
        saved.save(file);
        Parameters model = collect(p -> {
            add(p, "lacking", TensorType.DOUBLES, 7);
            add(p, "same", TensorType.FLOATS, 2, 3);
            add(p, "shape", TensorType.FLOATS, 3, 2);
            add(p, "type", TensorType.FP16, 4);
            add(p, "both", TensorType.FLOATS, 5);
        });

        assertThatExceptionOfType(MismatchException.class)
                .isThrownBy(() -> model.load(file))
                .withMessage(file + ": it does not fit the model, into which nothing was loaded:\n"
                        + "  lacking: missing in the file; the model has F64 [7]\n"
                        + "  shape: shape [3, 2] in the model, but [2, 3] in the file\n"
                        + "  type: type F16 in the model, but F32 in the file\n"
                        + "  both: shape [5] in the model, but [4] in the file\n"
                        + "  both: type F32 in the model, but F64 in the file\n"
                        + "  extra: no parameter of the model; the file has BF16 [5]\n"
                        + "  LoadOptions may help: converted(), transposed(\"shape\")")
                .satisfies(e -> assertThat(e.mismatches())
                        .contains(
                                new Mismatch.Missing("lacking", DType.F64, TensorShape.of(7)),
                                new Mismatch.Unexpected("extra", ElementType.BF16, TensorShape.of(5)))
                        .hasSize(6));
        assertThat(values(model.get("same"))).containsOnly(0);

        LoadReport report = model.load(file, LoadMode.LENIENT);
        assertThat(report.loaded()).containsExactly("same");
        assertThat(report.skipped()).hasSize(6);
        assertThat(report.toString()).startsWith("loaded 1, skipped 6\n  lacking: missing");
        assertThat(values(model.get("same"))).isEqualTo(values(saved.get("same")));
        assertThat(values(model.get("shape"))).containsOnly(0);
    }

    @Test
    void keepsTheBitsOfNumbersThatAreNone() throws IOException {
        short[] strange = {0x7F81, (short) 0xFFC1, 0x0001, (short) 0x8000};
        short[] target = new short[4];
        Parameters saved = collect(p -> p.add("x", TensorType.BF16, strange, TensorShape.of(4), Initializers.zeros()));
        Parameters loaded = collect(p -> p.add("x", TensorType.BF16, target, TensorShape.of(4), Initializers.zeros()));
        Path file = folder.resolve("a.safetensors");
        saved.save(file);
        loaded.load(file);
        assertThat(target).isEqualTo(strange);
    }

    @Test
    void saysWhereTheNumbersCameFrom() throws IOException {
        Path file = folder.resolve("a.safetensors");
        Parameters parameters = SampleParameters.floats("x", 3);
        parameters.save(file, SaveOptions.defaults().withSeed(42).withMetadata("note", "first \"try\""));
        try (Checkpoint checkpoint = Checkpoint.open(file)) {
            Map<String, String> metadata = checkpoint.metadata();
            assertThat(metadata)
                    .containsEntry("format", "pt")
                    .containsEntry("seed", "42")
                    .containsEntry("source", "RandomSource.seeded(42)")
                    .containsEntry("note", "first \"try\"");
            assertThat(metadata.get("initweights")).matches("\\d+\\.\\d+\\..+");
        }
        parameters.save(file, SaveOptions.defaults().withSource(RandomSource.torch(1)));
        try (Checkpoint checkpoint = Checkpoint.open(file)) {
            assertThat(checkpoint.metadata()).containsEntry("source", "RandomSource.torch(1, AVX2, CURRENT)");
        }
    }

    @Test
    void leavesNothingBesideWhatItReplaces() throws IOException {
        Path file = folder.resolve("model.safetensors");
        Parameters parameters = SampleParameters.ofEveryFieldType(1);
        parameters.save(file);
        assertThat(namesInFolder()).containsExactly("model.safetensors");
        parameters.save(file, SaveOptions.defaults().withShardsOf(8_000));
        assertThat(namesInFolder())
                .containsExactly(
                        "model-00001-of-00002.safetensors",
                        "model-00002-of-00002.safetensors",
                        "model.safetensors.index.json");
        parameters.save(file);
        assertThat(namesInFolder()).contains("model.safetensors").doesNotContain("model.safetensors.index.json");
    }

    @Test
    void removesItsTemporaryFilesWhenItFails() throws IOException {
        Path taken = folder.resolve("model.safetensors");
        Files.createDirectories(taken.resolve("inside"));
        Parameters parameters = SampleParameters.floats("x", 3);
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> parameters.save(taken));
        assertThat(namesInFolder()).containsExactly("model.safetensors");
        Parameters broken = Parameters.of(
                Stream.of(parameters.get("x")).map(BrokenParameter::new).toList());
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> broken.save(folder.resolve("other.safetensors")));
        assertThat(namesInFolder()).containsExactly("model.safetensors");
    }

    @Test
    void followsASymbolicLinkRatherThanReplacingIt() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real")).resolve("a.safetensors");
        Files.writeString(real, "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.safetensors"), real);
        SampleParameters.floats("x", 3).save(link);
        assertThat(Files.isSymbolicLink(link)).isTrue();
        SampleParameters.floats("x", 3).load(real);
    }

    @Test
    void saysWhichFileIsNotThere() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> SampleParameters.floats("x", 3).load(folder.resolve("none.safetensors")))
                .withMessageContaining("none.safetensors");
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> SampleParameters.floats("x", 3).load(folder))
                .withMessageContaining("has no .safetensors file");
    }

    private Stream<String> namesInFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    @Test
    void refusesAHeaderThatNobodyReadsAndTakesTheCureThatItNames() throws IOException {
        Path file = Files.writeString(folder.resolve("model.safetensors"), "old");
        Weights saved = Weights.of(w -> {
            for (int i = 0; i < 10_100; i++) {
                w.tensor("n".repeat(10_000) + i, Initializers.ones(), 1);
            }
        });
        Plan plan = Plan.of(saved.parameters());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> saved.parameters().save(file))
                .withMessageContaining("write fewer tensors to a file, as with SaveOptions.withShardsOf");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.initialize(file, RandomSource.seeded(1)))
                .withMessageContaining("write fewer tensors to a file, as with SaveOptions.withShardsOf");
        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));

        saved.parameters().save(file, SaveOptions.defaults().withShardsOf(4 * 9_000));
        assertThat(saved.parameters().load(folder).loaded()).hasSize(10_100);
    }
}
