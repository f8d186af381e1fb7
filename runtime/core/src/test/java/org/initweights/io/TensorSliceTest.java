package org.initweights.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.initweights.TensorShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Slices are compared with what counting all elements gives. */
class TensorSliceTest {

    @TempDir
    private Path folder;

    private Path file(String type, String shape, ByteBuffer data) throws IOException {
        String header = "{\"t\":{\"dtype\":\"" + type + "\",\"shape\":" + shape + ",\"data_offsets\":[0,"
                + data.capacity() + "]}}";
        ByteBuffer file =
                ByteBuffer.allocate(8 + header.length() + data.capacity()).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(header.length())
                .put(header.getBytes(StandardCharsets.US_ASCII))
                .put(data.rewind());
        return Files.write(folder.resolve("a.safetensors"), file.array());
    }

    private Path counting(long... dims) throws IOException {
        int count = (int) TensorShape.of(dims).elements();
        ByteBuffer data = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
        IntStream.range(0, count).forEach(data::putInt);
        return file("I32", Arrays.toString(dims), data);
    }

    /** The numbers of the elements within the bounds, found by looking at each element. */
    private static int[] expected(long[] dims, long[][] bounds) {
        return IntStream.range(0, (int) TensorShape.of(dims).elements())
                .filter(element -> {
                    long rest = element;
                    for (int axis = dims.length - 1; axis >= 0; axis--) {
                        long index = rest % dims[axis];
                        rest /= dims[axis];
                        if (index < bounds[axis][0] || index >= bounds[axis][1]) {
                            return false;
                        }
                    }
                    return true;
                })
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4,5,6", "7", "3,1,4,1,5", "2,2,2,2,2,2", "1,1", "300,40", "3,4000", "5,3,900", "40,3000"})
    void haveTheElementsBetweenTheirBounds(String shape) throws IOException {
        long[] dims = Arrays.stream(shape.split(",")).mapToLong(Long::parseLong).toArray();
        SplittableRandom random = new SplittableRandom(11);
        try (Checkpoint checkpoint = Checkpoint.open(counting(dims))) {
            for (int round = 0; round < 60; round++) {
                TensorSlice slice = checkpoint.get("t").slice(0, 0, dims[0]);
                long[][] bounds = new long[dims.length][];
                for (int axis = 0; axis < dims.length; axis++) {
                    long from = random.nextLong(dims[axis] + 1);
                    long to = random.nextLong(from, dims[axis] + 1);
                    bounds[axis] = random.nextInt(3) == 0 ? new long[] {0, dims[axis]} : new long[] {from, to};
                    slice = slice.slice(axis, bounds[axis][0], bounds[axis][1]);
                }
                int[] expected = expected(dims, bounds);
                assertThat(slice.elements()).isEqualTo(expected.length);
                int from = random.nextInt(expected.length + 1);
                int count = random.nextInt(expected.length - from + 1);
                checkAllTypes(slice, from, Arrays.copyOfRange(expected, from, from + count));
            }
        }
    }

    private static void checkAllTypes(TensorSlice slice, int from, int[] expected) throws IOException {
        int[] ints = new int[expected.length];
        long[] longs = new long[expected.length];
        double[] doubles = new double[expected.length];
        ByteBuffer bytes = ByteBuffer.allocate(4 * expected.length).order(ByteOrder.LITTLE_ENDIAN);
        slice.read(from, ints);
        slice.read(from, longs);
        slice.read(from, doubles);
        slice.readBytes(4L * from, bytes);
        for (int i = 0; i < expected.length; i++) {
            assertThat(ints[i]).isEqualTo(expected[i]);
            assertThat(longs[i]).isEqualTo(expected[i]);
            assertThat(doubles[i]).isEqualTo(expected[i]);
            assertThat(bytes.getInt(4 * i)).isEqualTo(expected[i]);
        }
    }

    /** More than one buffer of a megabyte, with gaps that are read and gaps that are not. */
    @ParameterizedTest
    @CsvSource({"700, 1000, 3, 5", "700, 1000, 0, 999", "300, 5000, 17, 18", "2, 600000, 1, 599999"})
    void columnsOfLargeMatricesAreRead(int rows, int columns, int from, int to) throws IOException {
        try (Checkpoint checkpoint = Checkpoint.open(counting(rows, columns))) {
            TensorSlice slice = checkpoint.get("t").slice(1, from, to);
            int[] read = new int[rows * (to - from)];
            slice.read(0, read);
            for (int i = 0; i < read.length; i++) {
                assertThat(read[i]).isEqualTo(i / (to - from) * columns + from + i % (to - from));
            }
        }
    }

    @Test
    void refusesBoundsThatAreNotThere() throws IOException {
        try (Checkpoint checkpoint = Checkpoint.open(counting(2, 3))) {
            CheckpointTensor tensor = checkpoint.get("t");
            for (int[] bounds : new int[][] {{2, 0, 1}, {-1, 0, 1}, {1, 0, 4}, {1, -1, 2}, {1, 2, 1}}) {
                assertThatExceptionOfType(IndexOutOfBoundsException.class)
                        .isThrownBy(() -> tensor.slice(bounds[0], bounds[1], bounds[2]))
                        .withMessage("t: axis " + bounds[0] + " from " + bounds[1] + " to " + bounds[2]
                                + ", but the shape is [2, 3]");
            }
            TensorSlice slice = tensor.slice(1, 1, 3);
            assertThat(slice).hasToString("t I32 [2, 2]");
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> slice.slice(1, 0, 3));
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> slice.read(2, new int[3]));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BOOL, 0001, 0 1",
        "I8, 80ff, -128 -1",
        "U8, 00ff, 0 255",
        "I16, 0080ff7f, -32768 32767",
        "U16, ffff, 65535",
        "I32, 00000080, -2147483648",
        "U32, ffffff7f, 2147483647",
        "I64, 0500000000000000, 5",
        "U64, 0600000000000000, 6"
    })
    void integersAndTruthValuesAreReadAsIntegers(String type, String data, String numbers) throws IOException {
        byte[] bytes = HexFormat.of().parseHex(data);
        int[] expected =
                Arrays.stream(numbers.split(" ")).mapToInt(Integer::parseInt).toArray();
        try (Checkpoint checkpoint = Checkpoint.open(file(type, "[" + expected.length + "]", ByteBuffer.wrap(bytes)))) {
            CheckpointTensor tensor = checkpoint.get("t");
            assertThat(tensor.type().isInteger()).isTrue();
            int[] ints = new int[expected.length];
            long[] longs = new long[expected.length];
            tensor.read(0, ints);
            tensor.read(0, longs);
            assertThat(ints).isEqualTo(expected);
            assertThat(longs).isEqualTo(Arrays.stream(expected).asLongStream().toArray());
            if (tensor.type().bits() == Byte.SIZE) {
                byte[] read = new byte[expected.length];
                tensor.read(0, read);
                assertThat(read).isEqualTo(bytes);
            }
        }
    }

    @Test
    void numbersThatDoNotFitAreRefusedWithTheirPlace() throws IOException {
        byte[] max = {-1, -1, -1, -1, -1, -1, -1, -1};
        try (Checkpoint checkpoint = Checkpoint.open(file("U64", "[1]", ByteBuffer.wrap(max)))) {
            CheckpointTensor tensor = checkpoint.get("t");
            assertThatExceptionOfType(ArithmeticException.class)
                    .isThrownBy(() -> tensor.read(0, new long[1]))
                    .withMessage(
                            "t: element 0 is 18446744073709551615, which no long holds; read it into double[], which rounds it");
            assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> tensor.read(0, new int[1]));
            assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> tensor.read(0, new byte[1]));
        }
        try (Checkpoint checkpoint = Checkpoint.open(file("U32", "[2]", ByteBuffer.wrap(max)))) {
            CheckpointTensor tensor = checkpoint.get("t");
            assertThatExceptionOfType(ArithmeticException.class)
                    .isThrownBy(() -> tensor.read(1, new int[1]))
                    .withMessage("t: element 1 is 4294967295, which no int holds; read it into long[]");
        }
        try (Checkpoint checkpoint = Checkpoint.open(counting(200))) {
            byte[] some = new byte[128];
            checkpoint.get("t").read(0, some);
            assertThat(some[127]).isEqualTo((byte) 127);
            assertThatExceptionOfType(ArithmeticException.class)
                    .isThrownBy(() -> checkpoint.get("t").read(100, new byte[50]))
                    .withMessage("t: element 128 is 128, which no byte holds; read it into int[] or long[]");
        }
    }

    @Test
    void floatsAreNoIntegersAndPackedElementsHaveNoSlices() throws IOException {
        try (Checkpoint checkpoint = Checkpoint.open(file("F32", "[1]", ByteBuffer.allocate(4)))) {
            assertThatExceptionOfType(UnsupportedOperationException.class)
                    .isThrownBy(() -> checkpoint.get("t").read(0, new int[1]))
                    .withMessage("elements of F32 are no integers; read them into double[]");
        }
        try (Checkpoint checkpoint = Checkpoint.open(file("F4", "[4]", ByteBuffer.allocate(2)))) {
            TensorSlice slice = checkpoint.get("t").slice(0, 1, 3);
            assertThatExceptionOfType(UnsupportedOperationException.class)
                    .isThrownBy(() -> slice.readBytes(0, ByteBuffer.allocate(1)))
                    .withMessage("elements of F4 are no whole bytes; read all bytes of the tensor");
        }
    }
}
