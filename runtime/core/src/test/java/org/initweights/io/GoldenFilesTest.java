package org.initweights.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.io.CheckpointTest.resource;
import static org.initweights.io.SampleParameters.collect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.initweights.Initializers;
import org.initweights.Parameters;
import org.initweights.TensorShape;
import org.initweights.collect.ParameterCollector;
import org.initweights.collect.TensorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Byte for byte what Python's library writes: {@code safetensors_golden.py}, beside the files, builds them from the specification
 * alone, and the bytes in {@link #writesTheBytesOfTheFormatsOwnTests} are those that the library's own tests expect of it.
 */
class GoldenFilesTest {

    @TempDir
    private Path folder;

    private static <T> void add(ParameterCollector collector, String name, TensorType<T> type, T values, long... dims) {
        collector.add(name, type, values, TensorShape.of(dims), Initializers.zeros());
    }

    /** The tensors of {@code plain.safetensors}, with zeros instead of their values if there are none. */
    private static Parameters plain(
            float[] weight, float[] bias, double[] scale, short[] half, short[] bf, float[] delta) {
        return collect(p -> {
            add(p, "weight", TensorType.FLOATS, weight, 2, 2);
            add(p, "bias", TensorType.FLOATS, bias, 1);
            add(p, "scale", TensorType.DOUBLES, scale);
            add(p, "half", TensorType.FP16, half, 3);
            add(p, "bf", TensorType.BF16, bf, 1, 2);
            add(p, "empty", TensorType.FLOATS, new float[0], 0, 4);
            add(p, "δ", TensorType.FLOATS, delta, 1);
        });
    }

    @Test
    void writesAndReadsWhatPythonsLibraryWrites() throws IOException {
        short[] halves = {0x3C00, (short) 0xAE66, 0x7BFF};
        short[] brains = {0x3F80, (short) 0xC040};
        float[] floats = {1, -2.5f, 0.1f, 3e38f};
        Path file = folder.resolve("plain.safetensors");
        plain(floats, new float[] {0.5f}, new double[] {0.1}, halves, brains, new float[] {7})
                .save(file, SaveOptions.withoutMetadata());
        Path golden = resource("/safetensors/plain.safetensors");
        assertThat(file).hasSameBinaryContentAs(golden);

        float[] weight = new float[4];
        double[] scale = new double[1];
        short[] half = new short[3];
        short[] bf = new short[2];
        plain(weight, new float[1], scale, half, bf, new float[1]).load(golden);
        assertThat(weight).isEqualTo(floats);
        assertThat(scale).containsExactly(0.1);
        assertThat(half).isEqualTo(halves);
        assertThat(bf).isEqualTo(brains);
    }

    @Test
    void writesMetadataAsPythonsLibraryDoes() throws IOException {
        Path file = folder.resolve("pt.safetensors");
        Safetensors.write(collect(p -> add(p, "w", TensorType.FLOATS, new float[] {1, 2, 3}, 3)), file);
        assertThat(file).hasSameBinaryContentAs(resource("/safetensors/pt.safetensors"));
    }

    /** From {@code test_serialization}, {@code test_serialization_forced_alignement} and {@code test_empty} of safetensors/src/tensor.rs. */
    @Test
    void writesTheBytesOfTheFormatsOwnTests() throws IOException {
        float[] values = {0, 1, 2, 3, 4, 5};
        assertThat(written(collect(p -> add(p, "attn.0", TensorType.FLOATS, values, 1, 2, 3)), Map.of()))
                .isEqualTo(bytes(
                        64, "{\"attn.0\":{\"dtype\":\"F32\",\"shape\":[1,2,3],\"data_offsets\":[0,24]}}", values));
        assertThat(written(collect(p -> add(p, "attn0", TensorType.FLOATS, values, 1, 1, 2, 3)), Map.of()))
                .isEqualTo(bytes(
                        72,
                        "{\"attn0\":{\"dtype\":\"F32\",\"shape\":[1,1,2,3],\"data_offsets\":[0,24]}}       ",
                        values));
        assertThat(written(collect(p -> {}), Map.of())).isEqualTo(bytes(8, "{}      "));
        assertThat(written(collect(p -> {}), Map.of("framework", "pt")))
                .isEqualTo(bytes(40, "{\"__metadata__\":{\"framework\":\"pt\"}}     "));
    }

    private byte[] written(Parameters parameters, Map<String, String> metadata) throws IOException {
        Path file = folder.resolve("a.safetensors");
        Safetensors.write(parameters, metadata, file);
        return Files.readAllBytes(file);
    }

    private static byte[] bytes(int length, String header, float... data) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + length + 4 * data.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(length);
        header.chars().forEach(c -> bytes.put((byte) c));
        for (float value : data) {
            bytes.putFloat(value);
        }
        assertThat(bytes.hasRemaining()).isFalse();
        return bytes.array();
    }
}
