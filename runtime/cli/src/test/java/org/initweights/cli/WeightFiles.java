package org.initweights.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files of weights made and read byte by byte, without anything of the library. */
final class WeightFiles {

    private static final ObjectMapper JSON = new ObjectMapper();

    private WeightFiles() {}

    /** A tensor as it is in a file. */
    record Raw(String type, List<Long> shape, ByteBuffer data) {

        Raw(String type, List<Long> shape, byte[] bytes) {
            this(type, shape, ByteBuffer.wrap(bytes));
        }

        byte[] bytes() {
            byte[] bytes = new byte[data.limit()];
            data.get(0, bytes);
            return bytes;
        }

        static Raw f32(List<Long> shape, float... values) {
            ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (float value : values) {
                bytes.putFloat(value);
            }
            return new Raw("F32", shape, bytes.array());
        }

        static Raw i64(long... values) {
            ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (long value : values) {
                bytes.putLong(value);
            }
            return new Raw("I64", List.of((long) values.length), bytes.array());
        }

        /** The elements of {@code F32}, or those that {@code BF16} stands for. */
        float[] floats() {
            ByteBuffer elements = ByteBuffer.wrap(bytes()).order(ByteOrder.LITTLE_ENDIAN);
            int size = type.equals("F32") ? Float.BYTES : Short.BYTES;
            float[] values = new float[bytes().length / size];
            for (int i = 0; i < values.length; i++) {
                values[i] = type.equals("F32") ? elements.getFloat() : Float.intBitsToFloat(elements.getShort() << 16);
            }
            return values;
        }
    }

    /** What is in a file of safetensors. */
    record Contents(Map<String, Raw> tensors, Map<String, String> metadata) {

        Raw get(String name) {
            return Objects.requireNonNull(tensors.get(name), name);
        }
    }

    static Path safetensors(Path file, Map<String, Raw> tensors, Map<String, String> metadata) throws IOException {
        ObjectNode header = JSON.createObjectNode();
        metadata.forEach((key, text) -> header.withObject("/__metadata__").put(key, text));
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        tensors.forEach((name, tensor) -> {
            ObjectNode entry = header.putObject(name).put("dtype", tensor.type());
            tensor.shape().forEach(entry.withArray("shape")::add);
            entry.putArray("data_offsets").add(data.size()).add(data.size() + tensor.bytes().length);
            data.writeBytes(tensor.bytes());
        });
        byte[] text = JSON.writeValueAsBytes(header);
        ByteBuffer all = ByteBuffer.allocate(Long.BYTES + text.length + data.size())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .put(data.toByteArray());
        return Files.write(file, all.array());
    }

    static Contents read(Path file) throws IOException {
        ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int length = Math.toIntExact(all.getLong());
        JsonNode header = JSON.readTree(all.array(), Long.BYTES, length);
        Map<String, Raw> tensors = new LinkedHashMap<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        header.properties().forEach(field -> {
            if (field.getKey().equals("__metadata__")) {
                field.getValue()
                        .properties()
                        .forEach(text ->
                                metadata.put(text.getKey(), text.getValue().asText()));
                return;
            }
            JsonNode entry = field.getValue();
            int data = Long.BYTES + length;
            tensors.put(
                    field.getKey(),
                    new Raw(
                            entry.get("dtype").asText(),
                            JSON.convertValue(
                                    entry.get("shape"),
                                    JSON.getTypeFactory().constructCollectionType(List.class, Long.class)),
                            Arrays.copyOfRange(
                                    all.array(),
                                    data + entry.at("/data_offsets/0").asInt(),
                                    data + entry.at("/data_offsets/1").asInt())));
        });
        return new Contents(tensors, metadata);
    }

    /** An array of {@code .npz}. */
    record Array(String descr, boolean fortran, String shape, ByteBuffer data) {

        Array(String descr, boolean fortran, String shape, byte[] bytes) {
            this(descr, fortran, shape, ByteBuffer.wrap(bytes));
        }

        byte[] bytes() {
            byte[] bytes = new byte[data.limit()];
            data.get(0, bytes);
            return bytes;
        }
    }

    static Path npz(Path file, int method, Map<String, Array> arrays) throws IOException {
        try (OutputStream stream = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(stream)) {
            zip.setLevel(method == ZipEntry.STORED ? 0 : 9);
            for (Map.Entry<String, Array> array : arrays.entrySet()) {
                zip.putNextEntry(new ZipEntry(array.getKey() + ".npy"));
                zip.write(npy(array.getValue()));
                zip.closeEntry();
            }
        }
        return file;
    }

    private static byte[] npy(Array array) {
        byte[] text = ("{'descr': '" + array.descr() + "', 'fortran_order': " + (array.fortran() ? "True" : "False")
                        + ", 'shape': " + array.shape() + ", }\n")
                .getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(10 + text.length + array.bytes().length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) text.length)
                .put(text)
                .put(array.bytes())
                .array();
    }

    /** A file of llama.cpp with two floats, {@code token_embd.weight}, and a block of Q8_0, {@code blk.0.ffn.weight}. */
    static Path gguf(Path file) throws IOException {
        ByteBuffer all = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
        all.put("GGUF".getBytes(StandardCharsets.US_ASCII)).putInt(3).putLong(2).putLong(1);
        string(all, "general.architecture").putInt(8);
        string(all, "llama");
        string(all, "token_embd.weight").putInt(1).putLong(2).putInt(0).putLong(0);
        string(all, "blk.0.ffn.weight").putInt(1).putLong(32).putInt(8).putLong(32);
        all.position((all.position() + 31) / 32 * 32);
        int data = all.position();
        all.putFloat(1.5f).putFloat(-2);
        all.position(data + 32 + 34);
        return Files.write(file, Arrays.copyOf(all.array(), all.position()));
    }

    private static ByteBuffer string(ByteBuffer all, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return all.putLong(bytes.length).put(bytes);
    }
}
