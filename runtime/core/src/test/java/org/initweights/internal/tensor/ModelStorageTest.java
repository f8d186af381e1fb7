package org.initweights.internal.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.initweights.DType;
import org.initweights.HalfFormat;
import org.initweights.TensorShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a model keeps its elements in, what is put or loaded is read, and saved, as the bytes of the elements. */
class ModelStorageTest {

    private static final int LENGTH = 12;

    /** Storages of 12 elements, and whether these can be written in place. */
    private record Kept(String name, ModelStorage storage, DType dtype, boolean hasFloats) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Kept> all() {
        ByteBuffer floats = ByteBuffer.allocateDirect(4 * LENGTH);
        ByteBuffer doubles = ByteBuffer.allocateDirect(8 * LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer halves = ByteBuffer.allocateDirect(2 * LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        TensorShape shape = TensorShape.of(2, 2, 3);
        return Stream.of(
                new Kept("float[]", new FloatArrayStorage(new float[LENGTH]), DType.F32, true),
                new Kept("double[]", new DoubleArrayStorage(new double[LENGTH]), DType.F64, false),
                new Kept("short[]", new HalfArrayStorage(new short[LENGTH], HalfFormat.FP16), DType.F16, false),
                new Kept("bfloats", new HalfArrayStorage(new short[LENGTH], HalfFormat.BF16), DType.BF16, false),
                new Kept(
                        "FloatBuffer",
                        new FloatBufferStorage(
                                FloatBuffer.allocate(LENGTH).position(4).limit(7)),
                        DType.F32,
                        true),
                new Kept(
                        "DoubleBuffer",
                        new DoubleBufferStorage(
                                DoubleBuffer.allocate(LENGTH).position(4).limit(7)),
                        DType.F64,
                        false),
                new Kept(
                        "ShortBuffer",
                        new HalfBufferStorage(
                                ShortBuffer.allocate(LENGTH).position(4).limit(7), HalfFormat.FP16),
                        DType.F16,
                        false),
                new Kept("direct floats", new FloatBufferStorage(floats.asFloatBuffer()), DType.F32, false),
                new Kept("direct doubles", new DoubleBufferStorage(doubles.asDoubleBuffer()), DType.F64, false),
                new Kept(
                        "direct bfloats",
                        new HalfBufferStorage(halves.asShortBuffer(), HalfFormat.BF16),
                        DType.BF16,
                        false),
                new Kept("float[][][]", nested(float[][][].class, shape), DType.F32, false),
                new Kept("double[][][]", nested(double[][][].class, shape), DType.F64, false));
    }

    private static NestedStorage nested(Class<?> type, TensorShape shape) {
        return new NestedStorage(NestedStorage.allocate(type, shape), shape);
    }

    @ParameterizedTest
    @MethodSource("all")
    void sayWhatTheyAre(Kept kept) {
        ModelStorage storage = kept.storage;
        assertThat(storage.length()).isEqualTo(LENGTH);
        assertThat(storage.dtype()).isEqualTo(kept.dtype);
        assertThat(storage.precision()).isEqualTo(kept.dtype == DType.F64 ? Precision.DOUBLE : Precision.SINGLE);
        assertThat(storage.floats().isPresent()).isEqualTo(kept.hasFloats);
        assertThat(storage.isConcurrent()).isTrue();
        assertThat(storage.order().isContiguous()).isTrue();
        storage.writeAll(target -> target.put(3, new float[] {5}, 1));
        assertThat(storage.get(3)).isEqualTo(5);
    }

    @ParameterizedTest
    @MethodSource("all")
    void keepWhatIsPut(Kept kept) {
        SplittableRandom random = new SplittableRandom(3);
        double[] expected = new double[LENGTH];
        for (int i = 0; i < 200; i++) {
            int count = random.nextInt(LENGTH + 1);
            int from = random.nextInt(LENGTH - count + 1);
            float[] floats = new float[count + 1];
            double[] doubles = new double[count + 1];
            for (int j = 0; j <= count; j++) {
                doubles[j] = random.nextInt(-100, 100);
                floats[j] = (float) doubles[j];
            }
            System.arraycopy(doubles, 0, expected, from, count);
            if (i % 2 == 0) {
                kept.storage.put(from, floats, count);
            } else {
                kept.storage.put(from, doubles, count);
            }
            for (int j = 0; j < LENGTH; j++) {
                assertThat(kept.storage.get(j)).isEqualTo(expected[j]);
            }
        }
    }

    /** In whichever order the bytes of a file are; what is behind and before stays. */
    @ParameterizedTest
    @MethodSource("all")
    void areSavedAndLoadedAsTheBytesOfTheirElements(Kept kept) {
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            for (int from = 0; from <= LENGTH; from++) {
                for (int count = 0; from + count <= LENGTH; count++) {
                    kept.storage.put(0, new double[LENGTH], LENGTH);
                    kept.storage.put(from, values(count), count);
                    int size = kept.dtype.bytes() * count;
                    ByteBuffer saved =
                            ByteBuffer.allocate(size + 9).order(order).position(4);
                    kept.storage.encode(from, count, saved);
                    assertThat(saved.position()).isEqualTo(4 + size);
                    assertThat(saved.array()).isEqualTo(bytes(kept.dtype, count, order));

                    kept.storage.put(0, new double[LENGTH], LENGTH);
                    ByteBuffer loaded = saved.duplicate().order(order).position(4);
                    kept.storage.decode(from, count, loaded);
                    assertThat(loaded.position()).isEqualTo(4 + size);
                    for (int i = 0; i < LENGTH; i++) {
                        boolean isLoaded = i >= from && i < from + count;
                        assertThat(kept.storage.get(i)).isEqualTo(isLoaded ? values(count)[i - from] : 0);
                    }
                }
            }
        }
    }

    /** 1, -2, 1, -2, … */
    private static double[] values(int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = i % 2 == 0 ? 1 : -2;
        }
        return values;
    }

    /** Their bytes, with four zeros before them and five behind. */
    private static byte[] bytes(DType dtype, int count, ByteOrder order) {
        ByteBuffer bytes =
                ByteBuffer.allocate(dtype.bytes() * count + 9).order(order).position(4);
        for (int i = 0; i < count; i++) {
            boolean even = i % 2 == 0;
            switch (dtype) {
                case F64 -> bytes.putLong(even ? 0x3FF0000000000000L : 0xC000000000000000L);
                case F32 -> bytes.putInt(even ? 0x3F800000 : 0xC0000000);
                case F16 -> bytes.putShort((short) (even ? 0x3C00 : 0xC000));
                case BF16 -> bytes.putShort((short) (even ? 0x3F80 : 0xC000));
                case I32 -> bytes.putInt(even ? 1 : -2);
                case I64 -> bytes.putLong(even ? 1 : -2);
            }
        }
        return bytes.array();
    }

    @Test
    void nestedArraysAreMadeInTheSizesOfTheirShape() {
        float[][][] nested = (float[][][]) NestedStorage.allocate(float[][][].class, TensorShape.of(2, 0, 3));
        assertThat(nested).hasDimensions(2, 0);
        assertThat((double[][]) NestedStorage.allocate(double[][].class, TensorShape.of(2, 3)))
                .hasDimensions(2, 3);
        long most = Integer.MAX_VALUE - 2;
        assertThat((float[][]) NestedStorage.allocate(float[][].class, TensorShape.of(0, most)))
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NestedStorage.allocate(float[][].class, TensorShape.of(0, most + 1)))
                .withMessage("[0, 2147483646] has a dimension beyond the length of an array");
    }

    @Test
    void readOnlyBuffersAreRefused() {
        assertReadOnly(() -> new FloatBufferStorage(FloatBuffer.allocate(3).asReadOnlyBuffer()));
        assertReadOnly(() -> new DoubleBufferStorage(DoubleBuffer.allocate(3).asReadOnlyBuffer()));
        assertReadOnly(() -> new HalfBufferStorage(ShortBuffer.allocate(3).asReadOnlyBuffer(), HalfFormat.BF16));
    }

    private static void assertReadOnly(ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage("the buffer is read-only");
    }

    /** Bytes that an adapter gives, in the machine's order whatever the order of the buffer is. */
    @Test
    void bytesAreElementsOfAnyType() {
        for (DType dtype : DType.values()) {
            ByteBuffer bytes = ByteBuffer.allocateDirect(50)
                    .order(ByteOrder.BIG_ENDIAN)
                    .position(2)
                    .limit(34);
            ModelStorage storage = TypedMemory.storage(bytes, dtype);
            Buffer view = TypedMemory.view(bytes, dtype);
            int elements = 32 / dtype.bytes();

            assertThat(storage.length()).isEqualTo(elements);
            assertThat(storage.dtype()).isEqualTo(dtype);
            assertThat(view.capacity()).isEqualTo(elements);
            storage.put(0, values(elements), elements);

            ByteBuffer seen = ByteBuffer.allocate(32 + 9);
            seen.position(4).put(bytes.duplicate());
            assertThat(seen.array()).isEqualTo(bytes(dtype, elements, ByteOrder.nativeOrder()));
            assertThat(Memory.isSame(view, TypedMemory.view(bytes, dtype))).isTrue();
            assertThat(bytes.position()).isEqualTo(2);
        }
    }
}
