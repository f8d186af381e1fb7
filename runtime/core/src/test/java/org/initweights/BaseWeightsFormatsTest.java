package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.initweights.io.CheckpointException;
import org.initweights.io.LoadOptions;
import org.initweights.io.Npz;
import org.initweights.io.SaveOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters begin with the tensors of every format, wherever the file is; files of NumPy and by GGUF's description are the oracle. */
class BaseWeightsFormatsTest {

    private static final Path RESOURCES = Path.of("src/test/resources");

    @TempDir
    Path folder;

    private static double[] made(Initializer initializer, long... shape) {
        return Weights.of(w -> w.tensor("w", DType.F64, initializer, shape))
                .initialize(1)
                .doubles("w");
    }

    /** The name says nothing. */
    private Path renamed(String resource) throws IOException {
        return Files.copy(RESOURCES.resolve(resource), folder.resolve("base.weights"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"numpy/stored.npz", "numpy/deflated.npz"})
    void arraysOfAnArchive(String resource) throws IOException {
        BaseWeights base = Initializers.from(renamed(resource));
        assertThat(made(base.copy("layer.weight"), 2, 3)).containsExactly(1, -2.5, 0.1f, 3e38f, 0, 7);
        assertThat(made(base.copy("layer.bias"), 1)).containsExactly(0.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"f4.npy", "f4-v3.npy", "f4-big.npy", "f4-fortran.npy", "f4-big-fortran.npy", "f8.npy"})
    void aSingleArrayHasTheNameOfItsFile(String resource) {
        String name = resource.substring(0, resource.length() - ".npy".length());
        double[] expected = resource.startsWith("f8")
                ? new double[] {1, -2.5, 0.1, 3e38, 0, 7}
                : new double[] {1, -2.5, 0.1f, 3e38f, 0, 7};
        BaseWeights base = Initializers.from(RESOURCES.resolve("numpy").resolve(resource));
        assertThat(made(base.copy(name), 2, 3)).isEqualTo(expected);
        double[] rows = made(base.resized(name), 1, 3);
        assertThat(rows).isEqualTo(Arrays.copyOf(expected, 3));
    }

    @Test
    void aSingleArrayHasNoNameForAModel() {
        Weights weights = Weights.of(w -> w.tensor("f8", DType.F64, Initializers.zeros(), 2, 3));
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> weights.parameters().load(RESOURCES.resolve("numpy/f8.npy")))
                .withMessageContaining("one array without a name; read it by Npy.read(parameter, file)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gguf/little.gguf", "gguf/big.gguf", "gguf/version2.gguf", "gguf/aligned.gguf"})
    void tensorsOfLlamaCpp(String resource) throws IOException {
        BaseWeights base = Initializers.from(renamed(resource));
        assertThat(made(base.copy("token_embd.weight"), 2, 3)).containsExactly(1, -2.5, 0.5, 4, 5, 6);
        assertThat(made(base.experts("blk.0.attn_q.weight"), 2, 3)).containsExactly(1, -2, 65504, 1, -2, 65504);
        assertThat(made(base.copy("output.weight"), 2, 2)).containsExactly(1, -3, 0, Double.POSITIVE_INFINITY);
        assertThat(made(base.copy("scalar"))).containsExactly(7);
    }

    @Test
    void quantisedTensorsAreRefusedByName() {
        Path file = RESOURCES.resolve("gguf/little.gguf").toAbsolutePath();
        BaseWeights base = Initializers.from(file);
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> Weights.of(w -> w.tensor("ffn", base.copy("blk.0.ffn.weight"), 2, 64)))
                .withMessage("ffn: copy(\"blk.0.ffn.weight\") needs a tensor of F64, F32, F16 or BF16, but in " + file
                        + " it is quantised as Q4_0 [2, 64]; load from a file of F32, F16 or BF16 [WeightsType]");
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> base.copy("ids").resolve(TensorShape.of(2)))
                .withMessageContaining("it is I32");
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> base.copy("future").resolve(TensorShape.of(5)))
                .withMessageContaining("999")
                .withMessageEndingWith("[WeightsType]");
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> base.copy("token_emb.weight").resolve(TensorShape.of(2, 3)))
                .withMessageContaining("did you mean \"token_embd.weight\"?");
    }

    private enum Kind {
        STORED,
        COMPRESSED,
        SHARDS,
        FOLDER
    }

    private static final int ROWS = 700;
    private static final int COLUMNS = 300;

    private static Weights large() {
        return Weights.of(w -> w.tensor("a", Initializers.normal(0, 1), ROWS, COLUMNS)
                        .tensor("b", Initializers.normal(0, 1), COLUMNS, 2))
                .initialize(5);
    }

    private Path write(Kind layout, Weights weights) throws IOException {
        Path file = folder.resolve("model.safetensors");
        switch (layout) {
            case STORED -> Npz.write(weights.parameters(), file);
            case COMPRESSED -> Npz.writeCompressed(weights.parameters(), file);
            case SHARDS, FOLDER ->
                weights.parameters().save(file, SaveOptions.defaults().withShardsOf(100_000));
        }
        return switch (layout) {
            case FOLDER -> folder;
            case SHARDS -> folder.resolve("model.safetensors.index.json");
            default -> file;
        };
    }

    /** Larger than pieces, which several threads read at the same time and from places that do not follow each other. */
    @ParameterizedTest
    @EnumSource
    void whatIsMadeIsTheSameFromEveryLayout(Kind layout) throws IOException {
        Weights stored = large();
        Path single = folder.resolve("plain").resolve("single.safetensors");
        Files.createDirectory(single.getParent());
        stored.parameters().save(single);
        BaseWeights expected = Initializers.from(single);
        BaseWeights base = Initializers.from(write(layout, stored));
        assertThat(made(base.copy("a"), ROWS, COLUMNS)).isEqualTo(made(expected.copy("a"), ROWS, COLUMNS));
        assertThat(made(base.experts("a", 0.1), 3, ROWS, COLUMNS))
                .isEqualTo(made(expected.experts("a", 0.1), 3, ROWS, COLUMNS));
        assertThat(made(base.resized("a"), ROWS + 50, COLUMNS))
                .isEqualTo(made(expected.resized("a"), ROWS + 50, COLUMNS));
        assertThat(made(base.widened("h", 1).outChannels("a"), 2 * ROWS, COLUMNS))
                .isEqualTo(made(expected.widened("h", 1).outChannels("a"), 2 * ROWS, COLUMNS));
        assertThat(made(base.pissa("a", 4, 2).residual(), ROWS, COLUMNS))
                .isEqualTo(made(expected.pissa("a", 4, 2).residual(), ROWS, COLUMNS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"safetensors", "npz", "gguf"})
    void filesInArchives(String format) throws IOException {
        Path archive = folder.resolve("models.zip");
        Weights weights = Weights.of(w -> w.tensor("token_embd.weight", Initializers.zeros(), 2, 3));
        Plan plan;
        Path written = folder.resolve("plan.json");
        Path out = folder.resolve("out.safetensors");
        try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            Path file = zip.getPath("/base");
            Files.copy(RESOURCES.resolve("gguf/little.gguf"), file);
            if (!format.equals("gguf")) {
                weights.parameters().load(file, LoadOptions.lenient());
                Files.delete(file);
                Path real = folder.resolve("real");
                if (format.equals("npz")) {
                    Npz.writeCompressed(weights.parameters(), real);
                } else {
                    weights.parameters().save(real);
                }
                Files.move(real, file);
            }
        }
        URI uri = URI.create("jar:" + archive.toUri() + "!/base");
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + archive.toUri()), Map.of())) {
            BaseWeights base = Initializers.from(zip.getPath("base"));
            assertThat(made(base.copy("token_embd.weight"), 2, 3)).containsExactly(1, -2.5, 0.5, 4, 5, 6);
            plan = Plan.of(p -> p.tensor("w", base.copy("token_embd.weight"), 2, 3));
            plan.write(written);
            assertThat(written).content().contains(uri.toString());
            Plan.read(written).initialize(out, RandomSource.seeded(1));
            assertThat(made(Initializers.from(out).copy("w"), 2, 3)).containsExactly(1, -2.5, 0.5, 4, 5, 6);
        }
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> plan.initialize(folder.resolve("other.safetensors"), RandomSource.seeded(1)))
                .withMessageContaining("the archive that it is in has been closed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.read(written))
                .withMessageContaining("is in an archive that is not open");
    }

    /** Half of the parameters from one file and half from what came in its place would be no checkpoint that anybody asked for. */
    @ParameterizedTest
    @ValueSource(strings = {"numpy/deflated.npz", "gguf/little.gguf", "numpy/f4.npy"})
    void anInterruptedRunDoesNotGoOnWithAnotherFile(String resource) throws IOException {
        Path file = folder.resolve("base.npy");
        Files.copy(RESOURCES.resolve(resource), file);
        String name =
                resource.contains("npz") ? "layer.weight" : resource.contains("gguf") ? "token_embd.weight" : "base";
        BaseWeights base = Initializers.from(file);
        Plan plan = Plan.of(p ->
                p.tensor("first", DType.F64, base.copy(name), 2, 3).tensor("second", DType.F64, base.copy(name), 2, 3));
        Path out = folder.resolve("out.safetensors");
        Execution interrupting = Execution.serial()
                .withProgress((parameter, done, total) -> Thread.currentThread().interrupt());
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> plan.initialize(
                        out,
                        RandomSource.seeded(1),
                        InitializeOptions.defaults().withExecution(interrupting)));
        assertThat(Thread.interrupted()).isTrue();
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> plan.initialize(out, RandomSource.seeded(1)))
                .withMessageContaining("another plan");
    }

    @Test
    void brokenArchivesAreRefusedBeforeOrWhileTheyAreRead() throws IOException {
        Path file = folder.resolve("base.npz");
        Npz.writeCompressed(large().parameters(), file);
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 200, (byte) 7);
        Files.write(file, bytes);
        BaseWeights base = Initializers.from(file);
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> made(base.copy("a"), ROWS, COLUMNS))
                .withMessageContaining(file.toString());
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> base.copy("a").resolve(TensorShape.of(ROWS, COLUMNS)))
                .withMessageContaining("no sound .npz file")
                .withMessageEndingWith("[WeightsFile]");
    }

    /** Temporary copies go with the fill that they were made for. */
    @Test
    void noTemporaryFileIsLeft() throws IOException {
        Path file = folder.resolve("base.npz");
        Npz.writeCompressed(large().parameters(), file);
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        long before = copies(temporary);
        assertThat(made(Initializers.from(file).copy("b"), COLUMNS, 2)).isNotEmpty();
        assertThat(copies(temporary)).isLessThanOrEqualTo(before);
    }

    private static long copies(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tensor")).count();
        }
    }
}
