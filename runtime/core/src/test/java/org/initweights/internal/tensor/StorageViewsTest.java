package org.initweights.internal.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.initweights.DType;
import org.initweights.HalfFormat;
import org.initweights.TensorShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Storages that are put together of others: whatever is put where, they are an array. */
class StorageViewsTest {

    private static final int LENGTH = 60;

    /**
     * A storage of 60 elements.
     *
     * @param memory what the elements below it must be if these are its own
     * @param below reads the elements below it, by no view
     */
    private record View(String name, Storage storage, Function<double[], double[]> memory, IntToDoubleFunction below) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<View> views() {
        float[][][] nested = new float[3][4][5];
        NestedStorage rows = new NestedStorage(nested, TensorShape.of(3, 4, 5));
        DoubleArrayStorage whole = new DoubleArrayStorage(new double[100]);
        FloatArrayStorage copies = new FloatArrayStorage(new float[180]);
        DoubleBufferStorage transposed = new DoubleBufferStorage(DoubleBuffer.allocate(LENGTH));
        MemoryOrder columns = MemoryOrder.of(TensorShape.of(12, 5), 1, 12);
        return Stream.of(
                new View("rows of arrays", rows, values -> values, i -> nested[i / 20][i / 5 % 4][i % 5]),
                new View(
                        "a range",
                        new RangeStorage(whole, 30, LENGTH),
                        values -> {
                            double[] all = new double[100];
                            System.arraycopy(values, 0, all, 30, LENGTH);
                            return all;
                        },
                        whole::get),
                new View(
                        "three copies of each row of four",
                        new RepeatedStorage(copies, 4, 3),
                        values -> {
                            double[] all = new double[180];
                            for (int i = 0; i < 180; i++) {
                                all[i] = values[i / 12 * 4 + i % 4];
                            }
                            return all;
                        },
                        copies::get),
                new View(
                        "the order of memory",
                        new PlacedStorage(transposed, columns),
                        values -> {
                            double[] all = new double[LENGTH];
                            for (int i = 0; i < LENGTH; i++) {
                                // Element (i / 12, i % 12) of the memory is element (i % 12, i / 12) of the tensor.
                                all[i % 12 * 5 + i / 12] = values[i];
                            }
                            return all;
                        },
                        transposed::get));
    }

    @ParameterizedTest
    @MethodSource("views")
    void areArrays(View view) {
        SplittableRandom random = new SplittableRandom(5);
        Storage storage = view.storage;
        double[] expected = new double[LENGTH];
        assertThat(storage.length()).isEqualTo(LENGTH);
        for (int i = 0; i < 500; i++) {
            int count = random.nextInt(LENGTH + 1);
            int from = random.nextInt(LENGTH - count + 1);
            put(storage, expected, from, count, random);

            double[] below = view.memory.apply(expected);
            for (int j = 0; j < below.length; j++) {
                assertThat(view.below.applyAsDouble(j))
                        .as("element %d below", j)
                        .isEqualTo(below[j]);
            }
            int index = random.nextInt(LENGTH);
            assertThat(storage.get(index)).isEqualTo(expected[index]);
            assertThat(encoded(storage, from, count)).isEqualTo(Arrays.copyOfRange(expected, from, from + count));
        }
    }

    private static void put(Storage storage, double[] expected, int from, int count, SplittableRandom random) {
        float[] values = new float[count + 2];
        double[] wide = new double[count + 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(1 << 20);
            wide[i] = values[i];
        }
        if (random.nextBoolean()) {
            storage.put(from, values.clone(), count);
        } else {
            storage.put(from, wide.clone(), count);
        }
        System.arraycopy(wide, 0, expected, from, count);
    }

    private static double[] encoded(Storage storage, int from, int count) {
        ByteBuffer bytes = ByteBuffer.allocate(count * storage.dtype().bytes()).order(ByteOrder.LITTLE_ENDIAN);
        storage.encode(from, count, bytes);
        assertThat(bytes.hasRemaining()).isFalse();
        bytes.flip();
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = storage.dtype() == DType.F64 ? bytes.getDouble() : bytes.getFloat();
        }
        return values;
    }

    @Test
    void aRangeEndsWhereItEnds() {
        Storage whole = new FloatArrayStorage(new float[] {0, 1, 2, 3, 4});
        RangeStorage range = new RangeStorage(whole, 1, 3);

        assertThat(range.floats()).hasValue(FloatBuffer.wrap(new float[] {1, 2, 3}));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> range.get(3));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> range.get(-1));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> new RangeStorage(whole, 3, 3));
    }

    /** A half is never rounded over a bound: below 1 the last bfloat16 is 1 − 2⁻⁸, the first from 0.3 on is 0.30078125. */
    @Test
    void boundsAreKeptWhenHalvesAreRounded() {
        short[] halves = new short[4];
        Storage bounded = BoundedStorage.halfOpen(new HalfArrayStorage(halves, HalfFormat.BF16), 0.3, 1);

        bounded.put(0, new float[] {0.3f, 0.9999f, 0.5f}, 3);
        bounded.put(3, new double[] {-7}, 1);

        assertThat(bounded.get(0)).isEqualTo(0.30078125);
        assertThat(bounded.get(1)).isEqualTo(0.99609375);
        assertThat(bounded.get(2)).isEqualTo(0.5);
        assertThat(bounded.get(3)).isEqualTo(0.30078125);

        Storage closed = BoundedStorage.closed(new HalfArrayStorage(halves, HalfFormat.BF16), -1, 1);
        closed.put(0, new float[] {0.9999f, -0.9999f, 3}, 3);
        assertThat(closed.get(0)).isEqualTo(1);
        assertThat(closed.get(1)).isEqualTo(-1);
        assertThat(closed.get(2)).isEqualTo(1);
        Storage floats = new FloatArrayStorage(new float[1]);
        assertThat(BoundedStorage.halfOpen(floats, 0, 1)).isSameAs(floats);
    }

    @Test
    void memoryIsSharedWhereBytesAre() {
        float[] array = new float[10];
        FloatBuffer all = FloatBuffer.wrap(array);
        Region first = Memory.of(all.slice(0, 4)).get(0);
        Region second = Memory.of(all.slice(3, 4)).get(0);
        Region third = Memory.of(all.slice(4, 4)).get(0);

        assertThat(first.overlaps(second)).isTrue();
        assertThat(second.overlaps(first)).isTrue();
        assertThat(first.overlaps(third)).isFalse();
        assertThat(first.sharedWith(second)).isEqualTo("3 : 4");
        assertThat(second.sharedWith(first)).isEqualTo("0 : 1");
        assertThat(Memory.isSame(array, all)).isTrue();
        assertThat(Memory.isSame(array, all.slice(0, 10))).isTrue();
        assertThat(Memory.isSame(array, all.slice(0, 9))).isFalse();
        assertThat(Memory.isSame(array, new float[10])).isFalse();
        assertThat(Memory.isSame(new float[0], new float[0]))
                .as("nothing is shared")
                .isTrue();
    }

    @Test
    void memoryOutsideTheHeapIsThatOfItsAddress() {
        ByteBuffer bytes = ByteBuffer.allocateDirect(40).order(ByteOrder.nativeOrder());
        FloatBuffer floats = bytes.asFloatBuffer();
        ShortBuffer shorts = bytes.asShortBuffer();

        assertThat(Memory.of(floats).get(0).overlaps(Memory.of(shorts).get(0))).isTrue();
        assertThat(Memory.isSame(floats, bytes.asFloatBuffer())).isTrue();
        assertThat(Memory.isSame(floats, shorts)).as("other elements").isFalse();
        assertThat(Memory.of(floats.slice(0, 5))
                        .get(0)
                        .overlaps(Memory.of(floats.slice(5, 5)).get(0)))
                .isFalse();
        assertThat(Memory.of(floats)
                        .get(0)
                        .overlaps(Memory.of(ByteBuffer.allocateDirect(40)).get(0)))
                .isFalse();
    }

    @Test
    void nestedArraysHaveTheMemoryOfTheirRows() {
        double[][] rows = {{1, 2}, {3}, {}};
        assertThat(Memory.of(rows))
                .extracting(Region::base)
                .satisfiesExactly(
                        base -> assertThat(base).isSameAs(rows[0]),
                        base -> assertThat(base).isSameAs(rows[1]),
                        base -> assertThat(base).isSameAs(rows[2]));
        assertThat(Memory.of(rows)).extracting(Region::to).containsExactly(16L, 8L, 0L);
        Object unknown = new Object();
        assertThat(Memory.of(unknown))
                .singleElement()
                .satisfies(region -> assertThat(region.base()).isSameAs(unknown));
    }
}
