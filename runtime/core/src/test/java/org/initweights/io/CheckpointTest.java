package org.initweights.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.initweights.Parameters;
import org.initweights.TensorShape;
import org.initweights.collect.TensorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CheckpointTest {

    @TempDir
    private Path folder;

    static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(CheckpointTest.class.getResource(name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double[] read(CheckpointTensor tensor) throws IOException {
        double[] values = new double[(int) tensor.elements()];
        tensor.read(0, values);
        return values;
    }

    @Test
    void readsNumbersOfEveryTypeThatHasThem() throws IOException {
        try (Checkpoint checkpoint = Checkpoint.open(resource("/safetensors/types.safetensors"))) {
            assertThat(checkpoint.tensors())
                    .extracting(CheckpointTensor::type)
                    .containsExactlyInAnyOrder(ElementType.values());
            assertThat(read(checkpoint.get("u64"))).containsExactly(0x1p64, 3);
            assertThat(read(checkpoint.get("i64"))).containsExactly(-0x1p63, 4);
            assertThat(read(checkpoint.get("f64"))).containsExactly(-0.5);
            assertThat(read(checkpoint.get("f32"))).containsExactly(0.25);
            assertThat(read(checkpoint.get("u32"))).containsExactly(4294967295.0);
            assertThat(read(checkpoint.get("i32"))).containsExactly(-2147483648.0);
            assertThat(read(checkpoint.get("bf16"))).containsExactly(-1);
            assertThat(read(checkpoint.get("f16"))).containsExactly(-2);
            assertThat(read(checkpoint.get("u16"))).containsExactly(65535);
            assertThat(read(checkpoint.get("i16"))).containsExactly(-32768);
            assertThat(read(checkpoint.get("u8"))).containsExactly(255);
            assertThat(read(checkpoint.get("i8"))).containsExactly(-128);
            assertThat(read(checkpoint.get("f8_e8m0"))).containsExactly(0x1p0);
            assertThat(read(checkpoint.get("f8_e4m3"))).containsExactly(1);
            assertThat(read(checkpoint.get("f8_e5m2"))).containsExactly(1);
            assertThat(read(checkpoint.get("f8_e4m3fnuz"))).containsExactly(-1);
            assertThat(read(checkpoint.get("f8_e5m2fnuz"))).containsExactly(0.5);
            assertThat(read(checkpoint.get("bool"))).containsExactly(1, 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void showsNameShapeAndBytesOfEveryType(ElementType type) throws IOException {
        try (Checkpoint checkpoint = Checkpoint.open(resource("/safetensors/types.safetensors"))) {
            CheckpointTensor tensor = checkpoint.get(type.name().toLowerCase(Locale.ROOT));
            assertThat(tensor.type()).isEqualTo(type);
            assertThat(tensor.bytes() * 8).isEqualTo(tensor.elements() * type.bits());
            tensor.readBytes(0, ByteBuffer.allocate((int) tensor.bytes()));
            if (!type.isNumeric()) {
                assertThatExceptionOfType(UnsupportedOperationException.class)
                        .isThrownBy(() -> read(tensor))
                        .withMessage("elements of " + type + " are not read as numbers");
            }
        }
    }

    @Test
    void readsRangesOfElementsAndBytes() throws IOException {
        Parameters parameters = SampleParameters.floats("x", 1000, 700);
        Path file = folder.resolve("x.safetensors");
        parameters.save(file);
        try (Checkpoint checkpoint = Checkpoint.open(file)) {
            CheckpointTensor tensor = checkpoint.get("x");
            assertThat(tensor.shape()).isEqualTo(TensorShape.of(1000, 700));
            assertThat(tensor.toString()).isEqualTo("x F32 [1000, 700]");
            double[] range = new double[300_000];
            tensor.read(399_999, range);
            for (int i = 0; i < range.length; i++) {
                assertThat(range[i]).isEqualTo(parameters.get("x").get(399_999 + i));
            }
            ByteBuffer bytes = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
            tensor.readBytes(4 * 699_999L, bytes);
            assertThat((double) bytes.getFloat(0)).isEqualTo(parameters.get("x").get(699_999));
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> tensor.read(400_001, range));
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> tensor.readBytes(4 * 699_999L + 1, bytes.clear()));
            assertThatExceptionOfType(NoSuchElementException.class)
                    .isThrownBy(() -> checkpoint.get("y"))
                    .withMessageContaining("x.safetensors has no tensor named y; there are [x]");
        }
    }

    @Test
    void findsTheOnlyCheckpointOfAFolderAndRefusesToChoose() throws IOException {
        SampleParameters.floats("x", 3).save(folder.resolve("weights.safetensors"));
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            assertThat(checkpoint.path()).isEqualTo(folder.resolve("weights.safetensors"));
        }
        SampleParameters.floats("x", 3).save(folder.resolve("other.safetensors"));
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> Checkpoint.open(folder))
                .withMessageContaining("name one of [other.safetensors, weights.safetensors]");
        SampleParameters.floats("x", 3).save(folder.resolve("model.safetensors"));
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            assertThat(checkpoint.path()).isEqualTo(folder.resolve("model.safetensors"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | \"weight_map\" is missing",
                "{'weight_map':{'x':'../evil.safetensors'}} | \"../evil.safetensors\" is not the name of a file beside the index",
                "{'weight_map':{'x':'/etc/passwd'}} | \"/etc/passwd\" is not the name of a file beside the index",
                "{'weight_map':{'x':1}} | expected a string, but found a number",
                "{'weight_map':{'x':'one.safetensors','x':'two.safetensors'}} | the name \"x\" is there twice",
                "{'weight_map':{'y':'one.safetensors'}} | tensor \"x\": it is in one.safetensors, but not in the index",
                "{'weight_map':{'x':'one.safetensors','y':'one.safetensors'}} | tensor \"y\": the index says that it is in one.safetensors, but it is not",
                "{'weight_map':{'x':'two.safetensors','y':'one.safetensors'}} | tensor \"x\": it is in one.safetensors, but the index says in two.safetensors",
                "{'weight_map':{'x':'one.safetensors','z':'again.safetensors'}} | tensor \"x\": it is in again.safetensors too",
                "nonsense | it is no index of a checkpoint: line 1, column 1"
            })
    void refusesAnIndexThatIsNotThatOfItsFiles(String index, String problem) throws IOException {
        SampleParameters.floats("x", 3).save(folder.resolve("one.safetensors"));
        SampleParameters.floats("x", 3).save(folder.resolve("again.safetensors"));
        SampleParameters.floats("y", 3).save(folder.resolve("two.safetensors"));
        Path file = folder.resolve("model.safetensors.index.json");
        Files.writeString(file, index.replace('\'', '"'));
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> Checkpoint.open(file))
                .withMessageContaining(problem);
    }

    @Test
    void writesTheIndexAsHuggingFaceDoes() throws IOException {
        Parameters parameters = SampleParameters.collect(p -> {
            SampleParameters.add(p, "b", TensorType.FLOATS, 3);
            SampleParameters.add(p, "a", TensorType.FLOATS, 2);
        });
        parameters.save(
                folder.resolve("model.safetensors"), SaveOptions.defaults().withShardsOf(12));
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            String save = checkpoint.metadata().get("save_id");
            assertThat(save).matches("[0-9a-f]{32}");
            assertThat(folder.resolve("model.safetensors.index.json")).hasContent("""
                {
                  "metadata": {
                    "save_id": "%s",
                    "total_size": 20
                  },
                  "weight_map": {
                    "a": "model-00002-of-00002.safetensors",
                    "b": "model-00001-of-00002.safetensors"
                  }
                }
                """.formatted(save));
            assertThat(checkpoint.files()).hasSize(2);
            assertThat(checkpoint.metadata()).containsEntry("format", "pt");
        }
    }
}
