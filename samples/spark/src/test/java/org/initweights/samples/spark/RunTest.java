package org.initweights.samples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.initweights.InitializeOptions;
import org.initweights.RandomSource;
import org.initweights.io.SaveOptions;
import org.initweights.samples.zoo.llama.Llama;
import org.initweights.samples.zoo.llama.LlamaInit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script, as a user calls it. */
class RunTest {

    private static final String BYTES_OF_A_FILE = "100000";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"local[2]", "cluster"})
    void makesTheCheckpointOfOneMachine(String where) throws Exception {
        Path made = folder.resolve("made");
        Path output = folder.resolve("output");
        Process script = new ProcessBuilder(
                        Path.of(System.getProperty("sample.folder"), "run").toString(),
                        where,
                        "small",
                        made.toString(),
                        BYTES_OF_A_FILE,
                        "check")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = script.waitFor(120, TimeUnit.SECONDS);
        script.destroy();

        assertThat(ended && script.exitValue() == 0)
                .as(Files.readString(output))
                .isTrue();
        assertThat(output).content().contains("every byte is right", "tok_embeddings.weight");
        Path expected = Files.createDirectory(folder.resolve("expected"));
        LlamaInit.plan(new Llama(1000, 64, 172, 2))
                .initialize(
                        expected.resolve("model.safetensors"),
                        RandomSource.seeded(42),
                        InitializeOptions.defaults()
                                .withFiles(SaveOptions.defaults()
                                        .withSeed(42)
                                        .withShardsOf(Long.parseLong(BYTES_OF_A_FILE))));
        int files = 0;
        for (Path file : list(expected)) {
            assertThat(Files.mismatch(file, made.resolve(file.getFileName()))).isEqualTo(-1);
            files++;
        }
        assertThat(files).isGreaterThan(3);
        assertThat(list(made)).hasSize(files + 1);
    }

    private static Iterable<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
