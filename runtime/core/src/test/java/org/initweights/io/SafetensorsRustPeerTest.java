package org.initweights.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.initweights.Initializers;
import org.initweights.Parameters;
import org.initweights.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the format's own library asserts of its reader, {@code safetensors/src/tensor.rs} and {@code slice.rs}; the tests have the names that
 * they have there. What it asserts of its writer is in {@link GoldenFilesTest}.
 */
class SafetensorsRustPeerTest {

    private static final String TEST = "{\"test\":{\"dtype\":\"I32\",\"shape\":[2,2],\"data_offsets\":[0,16]}}";

    @TempDir
    private Path folder;

    private Checkpoint open(byte[] bytes) throws IOException {
        return Checkpoint.open(Files.write(folder.resolve("a.safetensors"), bytes));
    }

    private void refused(byte[] bytes, String problem) {
        assertThatExceptionOfType(CheckpointException.class)
                .isThrownBy(() -> open(bytes))
                .withMessageContaining(problem);
    }

    private static byte[] file(String header, int dataBytes) {
        return file(header.length(), header.getBytes(StandardCharsets.UTF_8), new byte[dataBytes]);
    }

    private static byte[] file(long length, byte[] header, byte[] data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .array());
        bytes.writeBytes(header);
        bytes.writeBytes(data);
        return bytes.toByteArray();
    }

    private static byte[] bytes(CheckpointTensor tensor) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) tensor.bytes());
        tensor.readBytes(0, bytes);
        return bytes.array();
    }

    /** Also {@code test_indexing}: random tensors of random types, each found under its name with its bytes. */
    @Test
    void testRoundtrip() throws IOException {
        Random random = new Random(5);
        List<ElementType> types = Stream.of(ElementType.values())
                .filter(type -> type.bits() >= Byte.SIZE)
                .toList();
        for (int run = 0; run < 20; run++) {
            Map<String, byte[]> expected = new LinkedHashMap<>();
            StringBuilder header = new StringBuilder("{");
            ByteArrayOutputStream data = new ByteArrayOutputStream();
            for (int i = 0; i <= random.nextInt(7); i++) {
                ElementType type = types.get(random.nextInt(types.size()));
                int[] shape = random.ints(1 + random.nextInt(7), 1, 4)
                        .map(size -> 2 * size)
                        .toArray();
                byte[] bytes = new byte[IntStream.of(shape).reduce(1, (a, b) -> a * b) * type.bits() / Byte.SIZE];
                random.nextBytes(bytes);
                int end = data.size() + bytes.length;
                header.append(i == 0 ? "\"t." : ",\"t.").append(i);
                header.append("\":{\"dtype\":\"")
                        .append(type)
                        .append("\",\"shape\":")
                        .append(Arrays.toString(shape));
                header.append(",\"data_offsets\":[")
                        .append(data.size())
                        .append(',')
                        .append(end)
                        .append("]}");
                data.writeBytes(bytes);
                expected.put("t." + i, bytes);
            }
            String text = header.append('}').toString();
            try (Checkpoint checkpoint =
                    open(file(text.length(), text.getBytes(StandardCharsets.UTF_8), data.toByteArray()))) {
                assertThat(checkpoint.tensors()).hasSameSizeAs(expected.keySet());
                for (Map.Entry<String, byte[]> tensor : expected.entrySet()) {
                    assertThat(bytes(checkpoint.get(tensor.getKey()))).isEqualTo(tensor.getValue());
                }
            }
        }
    }

    /** {@code test_slicing} of tensor.rs; {@code test_dummy}, {@code test_slice_variety} and {@code test_slice_variety2} of slice.rs. */
    @Test
    void testSlicing() throws IOException {
        byte[] data = ByteBuffer.allocate(24)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(0)
                .putFloat(1)
                .putFloat(2)
                .putFloat(3)
                .putFloat(4)
                .putFloat(5)
                .array();
        String header = "{\"a\":{\"dtype\":\"F32\",\"shape\":[1,2,3],\"data_offsets\":[0,24]}}";
        try (Checkpoint checkpoint = open(file(header.length(), header.getBytes(StandardCharsets.UTF_8), data))) {
            CheckpointTensor tensor = checkpoint.get("a");
            assertThat(numbers(tensor.slice(0, 0, 1))).containsExactly(0, 1, 2, 3, 4, 5);
            assertThat(numbers(tensor.slice(1, 0, 1))).containsExactly(0, 1, 2);
            assertThat(numbers(tensor.slice(2, 0, 1))).containsExactly(0, 3);
            assertThat(numbers(tensor.slice(1, 1, 2).slice(2, 0, 1))).containsExactly(3);
            assertThat(numbers(tensor.slice(2, 1, 3))).containsExactly(1, 2, 4, 5);
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> tensor.slice(3, 0, 1));
        }
    }

    private static double[] numbers(TensorSlice slice) throws IOException {
        double[] numbers = new double[(int) slice.elements()];
        slice.read(0, numbers);
        return numbers;
    }

    /** {@code test_gpt2} and {@code test_gpt2_tiny}, of a narrower model. */
    @ParameterizedTest
    @ValueSource(ints = {6, 12})
    void testGpt2(int layers) throws IOException {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        shapes.put("wte", new long[] {50_257, 8});
        shapes.put("wpe", new long[] {1024, 8});
        for (int i = 0; i < layers; i++) {
            shapes.put("h." + i + ".attn.bias", new long[] {1, 1, 1024, 1024});
            shapes.put("h." + i + ".attn.c_attn.weight", new long[] {8, 24});
            shapes.put("h." + i + ".ln_1.bias", new long[] {8});
        }
        Parameters parameters = Weights.of(
                        w -> shapes.forEach((name, dims) -> w.tensor(name, Initializers.zeros(), dims)))
                .initialize(1)
                .parameters();
        Path file = folder.resolve("gpt2.safetensors");
        parameters.save(file);
        assertThat(parameters.load(file).loaded()).hasSize(shapes.size());
    }

    @Test
    void testEmptyShapesAllowed() throws IOException {
        try (Checkpoint checkpoint =
                open(file("{\"test\":{\"dtype\":\"I32\",\"shape\":[],\"data_offsets\":[0,4]}}", 4))) {
            assertThat(checkpoint.get("test").shape().rank()).isZero();
            assertThat(bytes(checkpoint.get("test"))).isEqualTo(new byte[4]);
        }
    }

    @Test
    void testDeserialization() throws IOException {
        try (Checkpoint checkpoint = open(file(TEST, 16))) {
            assertThat(checkpoint.tensors()).hasSize(1);
            assertThat(checkpoint.get("test").shape().dims()).containsExactly(2, 2);
            assertThat(checkpoint.get("test").type()).isEqualTo(ElementType.I32);
            assertThat(bytes(checkpoint.get("test"))).isEqualTo(new byte[16]);
        }
    }

    @Test
    void testJsonAttack() {
        String header = IntStream.range(0, 10)
                .mapToObj(i -> "\"weight_" + i + "\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[0,16]}")
                .collect(Collectors.joining(",", "{", "}"));
        refused(file(header, 16), "weight_1");
    }

    @Test
    void testMetadataIncompleteBuffer() {
        refused(file(TEST, 50), "");
        refused(file(TEST, 14), "");
    }

    @Test
    void testHeaderTooLarge() {
        refused(file(0xFFFF_FF00_0000_003CL, TEST.getBytes(StandardCharsets.UTF_8), new byte[16]), "claim a header of");
    }

    @Test
    void testHeaderTooSmall() {
        refused(new byte[0], "too short for a safetensors header");
    }

    @Test
    void testInvalidHeaderLength() {
        refused(file(60, new byte[0], new byte[0]), "the header has 60 bytes");
    }

    @Test
    void testInvalidHeaderNonUtf8() {
        refused(file(1, new byte[] {(byte) 0xFF}, new byte[0]), "UTF-8");
    }

    @Test
    void testInvalidHeaderNotJson() {
        refused(file("{", 0), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}\r \t\n", "\t\n{}\r "})
    void testWhitespacePaddedHeader(String header) throws IOException {
        try (Checkpoint checkpoint = open(file(header, 0))) {
            assertThat(checkpoint.tensors()).isEmpty();
        }
    }

    @Test
    void testZeroSizedTensor() throws IOException {
        try (Checkpoint checkpoint =
                open(file("{\"test\":{\"dtype\":\"I32\",\"shape\":[2,0],\"data_offsets\":[0, 0]}}", 0))) {
            assertThat(checkpoint.get("test").shape().dims()).containsExactly(2, 0);
            assertThat(bytes(checkpoint.get("test"))).isEmpty();
        }
    }

    @Test
    void testInvalidInfo() {
        refused(file("{\"test\":{\"dtype\":\"I32\",\"shape\":[2,2],\"data_offsets\":[0, 4]}}", 4), "test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"18446744073709551614", "9223372036854775807"})
    void testValidationOverflow(String size) {
        refused(file("{\"test\":{\"dtype\":\"I32\",\"shape\":[2," + size + "],\"data_offsets\":[0,16]}}", 16), "test");
    }
}
