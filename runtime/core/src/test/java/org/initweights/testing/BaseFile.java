package org.initweights.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes small safetensors files of F64 and F32, by the format's own rules, for tests of what begins with stored tensors. */
public final class BaseFile {

    private final List<String> entries = new ArrayList<>();
    private final ByteArrayOutputStream elements = new ByteArrayOutputStream();

    /** A temporary file with the tensors {@code matrix} [12, 12] and {@code flat} [4, 6] of small numbers. */
    public static Path sample() {
        try {
            Path file = Files.createTempFile("base", ".safetensors");
            file.toFile().deleteOnExit();
            return new BaseFile()
                    .doubles("matrix", numbers(144), 12, 12)
                    .doubles("flat", numbers(24), 4, 6)
                    .write(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] numbers(int count) {
        double[] numbers = new double[count];
        Arrays.setAll(numbers, i -> Math.sin(i + 1));
        return numbers;
    }

    /** Adds a tensor of doubles. */
    public BaseFile doubles(String name, double[] values, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(values).forEach(bytes::putDouble);
        return bytes(name, "F64", bytes.array(), shape);
    }

    /** Adds a tensor of floats. */
    public BaseFile floats(String name, double[] values, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(values).forEach(value -> bytes.putFloat((float) value));
        return bytes(name, "F32", bytes.array(), shape);
    }

    /** Adds a tensor of any type. */
    public BaseFile bytes(String name, String dtype, byte[] bytes, long... shape) {
        int begin = elements.size();
        elements.writeBytes(bytes);
        entries.add("\"" + name + "\":{\"dtype\":\"" + dtype + "\",\"shape\":" + Arrays.toString(shape)
                + ",\"data_offsets\":[" + begin + "," + elements.size() + "]}");
        return this;
    }

    /** Writes the file. */
    public Path write(Path file) throws IOException {
        byte[] header = ("{" + String.join(",", entries) + "}").getBytes(StandardCharsets.UTF_8);
        ByteBuffer all =
                ByteBuffer.allocate(8 + header.length + elements.size()).order(ByteOrder.LITTLE_ENDIAN);
        all.putLong(header.length).put(header).put(elements.toByteArray());
        return Files.write(file, all.array());
    }
}
