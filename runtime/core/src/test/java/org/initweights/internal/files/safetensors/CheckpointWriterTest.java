package org.initweights.internal.files.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.initweights.TensorShape;
import org.initweights.internal.files.TensorContent;
import org.initweights.io.ElementType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckpointWriterTest {

    private static final ObjectMapper JACKSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void oneFileHasItsHeaderAndThenItsElements() throws IOException {
        Path file = folder.resolve("model.safetensors");
        Saved.write(file, 0x01020304, Saved.ONE);

        byte[] bytes = Files.readAllBytes(file);
        int length = (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        JsonNode header = JACKSON.readTree(bytes, 8, length);
        assertThat(header.get("__metadata__")).isEqualTo(JACKSON.readTree("{\"format\":\"pt\"}"));
        assertThat(header.get("t3"))
                .isEqualTo(JACKSON.readTree("{\"dtype\":\"I32\",\"shape\":[1],\"data_offsets\":[12,16]}"));
        assertThat(bytes).hasSize(8 + length + 20);
        assertThat(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(8 + length + 12))
                .isEqualTo(0x01020304);
        assertThat(Saved.names(folder)).containsExactly("model.safetensors");
    }

    @ParameterizedTest
    @CsvSource({"12, 2", "8, 3", "4, 5", "3, 5"})
    void severalFilesHaveAnIndexAndOneIdentity(long shardBytes, int shards) throws IOException {
        Saved.write(folder.resolve("model.safetensors"), 7, shardBytes);

        JsonNode index =
                JACKSON.readTree(folder.resolve("model.safetensors.index.json").toFile());
        assertThat(index.get("metadata").get("total_size").asLong()).isEqualTo(20);
        assertThat(Saved.names(folder)).hasSize(shards + 1);
        for (int i = 1; i <= shards; i++) {
            String name = String.format(Locale.ROOT, "model-%05d-of-%05d.safetensors", i, shards);
            byte[] bytes = Files.readAllBytes(folder.resolve(name));
            int length =
                    (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
            JsonNode header = JACKSON.readTree(bytes, 8, length);
            assertThat(header.get("__metadata__").get("save_id"))
                    .isEqualTo(index.get("metadata").get("save_id"));
            header.fieldNames().forEachRemaining(tensor -> {
                if (!tensor.equals("__metadata__")) {
                    assertThat(index.get("weight_map").get(tensor).asText()).isEqualTo(name);
                }
            });
            assertThat(bytes).hasSize(8 + length + 4 * (header.size() - 1));
        }
        assertThat(Saved.valueIn(folder)).isEqualTo(7);
    }

    /** The identity is made of what is saved: of each element, but not of the time or the machine. */
    @Test
    void sameElementsAreSameBytes() throws IOException {
        Path file = folder.resolve("model.safetensors");
        Path shard = folder.resolve("model-00001-of-00003.safetensors");
        Saved.write(file, 7, Saved.THREE);
        byte[] first = Files.readAllBytes(shard);
        Saved.write(file, 8, Saved.THREE);
        byte[] second = Files.readAllBytes(shard);
        Saved.write(file, 7, Saved.THREE);

        assertThat(shard).hasBinaryContent(first);
        int data = first.length - 8;
        assertThat(new String(first, 8, data - 8, StandardCharsets.UTF_8))
                .isNotEqualTo(new String(second, 8, data - 8, StandardCharsets.UTF_8));
    }

    /** The first tensor of a name is written. */
    @Test
    void aTensorThatIsThereTwiceIsWrittenOnce() throws IOException {
        TensorContent first = content("a", 1);
        new CheckpointWriter(List.of(first, content("a", 2)), Map.of(), folder.resolve("x.safetensors")).write(100);

        byte[] bytes = Files.readAllBytes(folder.resolve("x.safetensors"));
        assertThat(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(bytes.length - 4))
                .isEqualTo(1);
        assertThat(new String(bytes, 8, bytes.length - 8, StandardCharsets.UTF_8))
                .doesNotContain("data_offsets\":[4,8]");
    }

    @Test
    void aFailureLeavesNothing() throws IOException {
        TensorContent failing = new TensorContent("b", ElementType.I32, TensorShape.of(1), (from, count, target) -> {
            throw new IllegalStateException("no power");
        });
        for (long shardBytes : new long[] {Saved.ONE, 4}) {
            CheckpointWriter writer =
                    new CheckpointWriter(List.of(content("a", 1), failing), Map.of(), folder.resolve("x.safetensors"));
            assertThatIllegalStateException().isThrownBy(() -> writer.write(shardBytes));
            assertThat(Saved.names(folder)).isEmpty();
        }
    }

    @Test
    void aHeaderThatIsTooLongIsRefusedBeforeAnythingIsWritten() throws IOException {
        TensorContent unread = new TensorContent(
                "n".repeat(100_000_000), ElementType.I32, TensorShape.of(1), (from, count, target) -> {
                    throw new AssertionError();
                });
        CheckpointWriter writer =
                new CheckpointWriter(List.of(content("a", 1), unread), Map.of(), folder.resolve("x.safetensors"));
        assertThatIllegalArgumentException().isThrownBy(() -> writer.write(4));
        assertThat(Saved.names(folder)).isEmpty();
    }

    private static TensorContent content(String name, int value) {
        return new TensorContent(
                name, ElementType.I32, TensorShape.of(1), (from, count, target) -> target.putInt(value));
    }
}
