package org.initweights.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.initweights.Initializers.constant;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.initweights.DType;
import org.initweights.Parameters;
import org.initweights.TensorShape;
import org.initweights.Weights;
import org.initweights.testing.FloatTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights come from channels, bytes, jars and open checkpoints as they come from files. */
class LoadSourcesTest {

    @TempDir
    private Path folder;

    @Test
    void loadsFromChannelsBytesAndJars() throws IOException {
        Path file = folder.resolve("w.safetensors");
        Parameters theirs = NamedTensors.saved(file, Map.of("w", new long[] {300}));
        double[] expected = SampleParameters.values(theirs.get("w"));
        byte[] bytes = Files.readAllBytes(file);

        Parameters ofBytes = NamedTensors.model(Map.of("w", new long[] {300}));
        ofBytes.load(bytes, LoadOptions.strict());
        assertThat(SampleParameters.values(ofBytes.get("w"))).isEqualTo(expected);

        Parameters ofChannel = NamedTensors.model(Map.of("w", new long[] {300}));
        try (ReadableByteChannel channel = Channels.newChannel(Files.newInputStream(file))) {
            ofChannel.load(channel, LoadOptions.strict());
            assertThat(channel.isOpen()).isTrue();
        }
        assertThat(SampleParameters.values(ofChannel.get("w"))).isEqualTo(expected);

        Path jar = folder.resolve("w.jar");
        try (FileSystem zip = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            Files.copy(file, zip.getPath("w.safetensors"));
        }
        Parameters ofJar = NamedTensors.model(Map.of("w", new long[] {300}));
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            ofJar.load(zip.getPath("w.safetensors"), LoadOptions.strict());
        }
        assertThat(SampleParameters.values(ofJar.get("w"))).isEqualTo(expected);
    }

    @Test
    void aStreamThatBreaksOffChangesNothing() throws IOException {
        Path file = folder.resolve("w.safetensors");
        NamedTensors.saved(file, Map.of("a", new long[] {300}, "b", new long[] {300}));
        byte[] bytes = Files.readAllBytes(file);
        Parameters ours = NamedTensors.model(Map.of("a", new long[] {300}, "b", new long[] {300}));
        for (int length : new int[] {0, 7, 20, bytes.length / 2, bytes.length - 1}) {
            assertThatExceptionOfType(CheckpointException.class)
                    .isThrownBy(() -> ours.load(Arrays.copyOf(bytes, length), LoadOptions.lenient()));
        }
        assertThat(SampleParameters.values(ours.get("a"))).containsOnly(-9);
    }

    @Test
    void aStoredTensorGoesIntoAParameterOfAnyNameButNotOfAnyShape() throws IOException {
        Path file = folder.resolve("bf16.safetensors");
        Weights.of(w -> w.tensor("w", TensorShape.of(4, 2), DType.BF16, constant(3)))
                .initialize(1)
                .parameters()
                .save(file);
        try (Checkpoint checkpoint = Checkpoint.open(file)) {
            CheckpointTensor tensor = checkpoint.get("w");
            for (DType type : FloatTypes.ALL) {
                Parameters ours = Weights.of(w -> w.tensor("x", TensorShape.of(4, 2), type, constant(0)))
                        .initialize(1)
                        .parameters();
                LoadedTensor loaded = tensor.copyTo(ours.get("x"));
                assertThat(SampleParameters.values(ours.get("x"))).containsOnly(3);
                assertThat(loaded.nameInFile()).isEqualTo("w");
            }
            Parameters other = NamedTensors.model(Map.of("x", new long[] {40}));
            assertThatExceptionOfType(MismatchException.class)
                    .isThrownBy(() -> tensor.copyTo(other.get("x")))
                    .withMessageContaining("x: shape [40] in the model, but [4, 2] in the file");
            Parameters own = NamedTensors.model(Map.of("w", new long[] {4, 2}));
            tensor.copyTo(own.get("w"));
            assertThat(SampleParameters.values(own.get("w"))).containsOnly(3);
        }
    }
}
