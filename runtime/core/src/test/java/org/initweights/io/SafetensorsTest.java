package org.initweights.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.initweights.Initializers;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.collect.ParameterCollector;
import org.initweights.collect.TensorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsTest {

    @TempDir
    private Path folder;

    private static Parameters parameters() {
        BiConsumer<Object, ParameterCollector> walk = (model, parameters) -> {
            parameters.addOrAllocate(
                    "weight", TensorType.FLOATS, null, TensorShape.of(700, 500), Initializers.normal());
            parameters.addOrAllocate("δ \"q\"\n", TensorType.DOUBLES, null, TensorShape.of(3), Initializers.normal());
            parameters.addOrAllocate("scalar", TensorType.BF16, null, TensorShape.of(), Initializers.ones());
            parameters.addOrAllocate("empty", TensorType.FLOATS, null, TensorShape.of(0, 4), Initializers.ones());
            parameters.addOrAllocate("half", TensorType.FP16, null, TensorShape.of(2), Initializers.ones());
        };
        Parameters parameters = ParameterCollector.collect(new Object(), walk);
        parameters.initialize(RandomSource.seeded(1));
        return parameters;
    }

    @Test
    void writesWhatTheFormatSays() throws IOException {
        Path file = folder.resolve("model.safetensors");
        Parameters parameters = parameters();
        Safetensors.write(parameters, file);

        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int headerLength = (int) bytes.getLong();
        assertThat(headerLength % 8).isZero();
        byte[] header = new byte[headerLength];
        bytes.get(header);
        JsonNode json = new ObjectMapper().readTree(header);
        assertThat(json.get("__metadata__").get("format").asText()).isEqualTo("pt");
        List<String> fileOrder = List.of("δ \"q\"\n", "empty", "weight", "scalar", "half");
        assertThat(json.fieldNames()).toIterable().containsExactlyElementsOf(withMetadata(fileOrder));
        long expectedOffset = 0;
        for (String name : fileOrder) {
            JsonNode entry = json.get(name);
            Parameter parameter = parameters.get(name);
            assertThat(entry.get("dtype").asText()).isEqualTo(parameter.dtype().name());
            assertThat(new ObjectMapper().convertValue(entry.get("shape"), long[].class))
                    .isEqualTo(parameter.shape().dims());
            assertThat(entry.get("data_offsets").get(0).asLong()).isEqualTo(expectedOffset);
            expectedOffset = entry.get("data_offsets").get(1).asLong();
        }
        assertThat(bytes.remaining()).isEqualTo(expectedOffset);
        for (int i = 0; i < 3; i++) {
            assertThat(bytes.getDouble()).isEqualTo(parameters.get("δ \"q\"\n").get(i));
        }
        for (int i = 0; i < 350_000; i++) {
            assertThat((double) bytes.getFloat())
                    .isEqualTo(parameters.get("weight").get(i));
        }
    }

    private static List<String> withMetadata(List<String> names) {
        return Stream.concat(Stream.of("__metadata__"), names.stream()).toList();
    }

    /** To the byte, as the format's specification lays it out. */
    @Test
    void writesEveryByteAsSpecified() throws IOException {
        Parameters parameters = ParameterCollector.collect(
                new Object(),
                (model, p) -> p.addOrAllocate("a", TensorType.FLOATS, null, TensorShape.of(1), Initializers.ones()));
        parameters.initialize(RandomSource.seeded(1));
        Path file = folder.resolve("one.safetensors");
        Safetensors.write(parameters, Map.of(), file);
        String header = "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}  ";
        assertThat(header.length() % 8).isZero();
        ByteBuffer expected = ByteBuffer.allocate(8 + header.length() + 4).order(ByteOrder.LITTLE_ENDIAN);
        expected.putLong(header.length());
        header.chars().forEach(c -> expected.put((byte) c));
        expected.putFloat(1);
        assertThat(Files.readAllBytes(file)).isEqualTo(expected.array());
    }

    @Test
    void replacesAFileAndLeavesNothingBeside() throws IOException {
        Path file = folder.resolve("model.safetensors");
        Files.writeString(file, "old");
        Safetensors.write(parameters(), file);
        assertThat(Files.size(file)).isGreaterThan(1_400_000);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void reportsAFolderThatIsMissing() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> Safetensors.write(parameters(), folder.resolve("missing/model.safetensors")));
    }
}
