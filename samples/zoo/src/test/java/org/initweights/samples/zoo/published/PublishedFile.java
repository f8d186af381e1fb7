package org.initweights.samples.zoo.published;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.initweights.Parameter;

/**
 * A safetensors file as another project lays it out, written from the description of the format: none of the library's code takes part.
 * Each element has a value of its own, made of the name of its tensor and of its place, which every type holds exactly.
 */
final class PublishedFile {

    private final List<Tensor> tensors = new ArrayList<>();

    /** A type of elements. */
    enum Type {
        F32(4),
        F16(2),
        BF16(2),
        U8(1),
        I64(8);

        private final int bytes;

        Type(int bytes) {
            this.bytes = bytes;
        }

        private void put(ByteBuffer target, float value) {
            int bits = Float.floatToRawIntBits(value);
            switch (this) {
                case F32 -> target.putFloat(value);
                case F16 -> target.putShort((short) half(bits));
                case BF16 -> target.putShort((short) (bits >>> 16));
                case U8 -> target.put((byte) bits);
                case I64 -> target.putLong(bits);
            }
        }

        /** For numbers that are normal in both types and need no rounding. */
        private static int half(int bits) {
            int sign = bits >>> 16 & 0x8000;
            boolean isZero = bits << 1 == 0;
            return isZero ? sign : sign | ((bits >>> 23 & 0xFF) - 127 + 15) << 10 | bits >>> 13 & 0x3FF;
        }
    }

    /** A tensor of the file. */
    private record Tensor(String name, Type type, List<Long> shape) {

        private long elements() {
            return shape.stream().reduce(1L, Math::multiplyExact);
        }

        private String entry(long from) {
            return "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
                    .formatted(name, type, shape, from, from + elements() * type.bytes);
        }
    }

    /** Adds a tensor behind the others. */
    PublishedFile with(String name, Type type, long... shape) {
        tensors.add(new Tensor(name, type, LongStream.of(shape).boxed().toList()));
        return this;
    }

    /** How many tensors there are. */
    int size() {
        return tensors.size();
    }

    void write(Path file) throws IOException {
        List<String> entries = new ArrayList<>();
        long at = 0;
        for (Tensor tensor : tensors) {
            entries.add(tensor.entry(at));
            at += tensor.elements() * tensor.type.bytes;
        }
        byte[] header = entries.stream()
                .collect(Collectors.joining(",", "{\"__metadata__\":{\"format\":\"pt\"},", "}"))
                .getBytes(UTF_8);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write(little(Long.BYTES).putLong(header.length).array());
            out.write(header);
            for (Tensor tensor : tensors) {
                write(tensor, out);
            }
        }
    }

    private static void write(Tensor tensor, OutputStream out) throws IOException {
        ByteBuffer piece = little(1 << 16);
        int hash = tensor.name.hashCode();
        for (long i = 0; i < tensor.elements(); i++) {
            tensor.type.put(piece, value(hash, i));
            if (!piece.hasRemaining()) {
                out.write(piece.array());
                piece.clear();
            }
        }
        out.write(Arrays.copyOf(piece.array(), piece.position()));
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Seven bits and a sign, from 2⁻¹⁴ to 1. */
    private static float value(int hash, long index) {
        long mixed = (hash * 0x1_0000_0001L + index) * 0x9E37_79B9_7F4A_7C15L >>> 40;
        return Math.scalb((float) ((mixed & 0xFF) - 128), (int) -(mixed >>> 8 & 7) - 7);
    }

    /**
     * The first element of a parameter that is not what was written.
     *
     * @param name of the tensor in the file
     * @return -1 if there is none
     */
    static long firstDifference(Parameter parameter, String name) {
        int hash = name.hashCode();
        for (long i = 0; i < parameter.elements(); i++) {
            if (parameter.get(i) != value(hash, i)) {
                return i;
            }
        }
        return -1;
    }

    /** The same for a matrix that is transposed in the file. */
    static long firstDifferenceTransposed(Parameter parameter, String name) {
        int hash = name.hashCode();
        long rows = parameter.shape().size(0);
        long columns = parameter.shape().size(1);
        for (long i = 0; i < parameter.elements(); i++) {
            if (parameter.get(i) != value(hash, i % columns * rows + i / columns)) {
                return i;
            }
        }
        return -1;
    }
}
