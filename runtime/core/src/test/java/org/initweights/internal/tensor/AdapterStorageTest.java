package org.initweights.internal.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.initweights.DType;
import org.initweights.TensorAdapter;
import org.initweights.TensorShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A tensor behind an adapter: what calls the adapter gets, and that the elements arrive. */
class AdapterStorageTest {

    private static final TensorAdapter<Sheet> PIECES = new Sheet.Pieces(true);
    private static final TensorAdapter<Sheet> WHOLE = new Sheet.Whole(true);
    private static final int PIECE = 16384;

    private static AdapterStorage<Sheet> storage(Sheet sheet, TensorAdapter<Sheet> adapter) {
        return AdapterStorage.of(sheet, adapter, TensorShape.of(sheet.elements().length));
    }

    @ParameterizedTest
    @EnumSource(
            value = DType.class,
            names = {"F64", "F32", "F16", "BF16"})
    void saysWhatTheTensorIs(DType dtype) {
        AdapterStorage<Sheet> storage = storage(Sheet.of(dtype, 5), PIECES);
        assertThat(storage.length()).isEqualTo(5);
        assertThat(storage.dtype()).isEqualTo(dtype);
        assertThat(storage.precision()).isEqualTo(dtype == DType.F64 ? Precision.DOUBLE : Precision.SINGLE);
        assertThat(storage.order().isContiguous()).isTrue();
    }

    /** Two thirds as a half is 0.66650390625, and as a bfloat16 0.66796875. */
    @ParameterizedTest
    @EnumSource(
            value = DType.class,
            names = {"F64", "F32", "F16", "BF16"})
    void theAdapterGetsNumbersOfTheTypeOfTheTensor(DType dtype) {
        double[] expected = {
            switch (dtype) {
                case F64 -> 2 / 3.0;
                case F32 -> 2 / 3f;
                case F16 -> 0.66650390625;
                case BF16 -> 0.66796875;
                case I32, I64 -> throw new AssertionError(dtype);
            },
            1,
            -3
        };
        Sheet sheet = Sheet.of(dtype, 5);
        AdapterStorage<Sheet> storage = storage(sheet, PIECES);

        storage.put(1, new double[] {2 / 3.0, 1, -3, 7}, 3);
        assertThat(sheet.elements()).containsExactly(0, expected[0], expected[1], expected[2], 0);
        storage.put(0, new float[] {2 / 3f, 1, -3, 7}, 3);
        double single = dtype == DType.F64 ? 2 / 3f : expected[0];
        assertThat(sheet.elements()).containsExactly(single, 1, -3, expected[2], 0);
        assertThat(sheet.calls())
                .containsExactly(
                        dtype == DType.F64 ? "doubles 1 3" : "floats 1 3",
                        dtype == DType.F64 ? "doubles 0 3" : "floats 0 3");
        assertThat(storage.get(2)).isEqualTo(-3);
    }

    @ParameterizedTest
    @EnumSource(
            value = DType.class,
            names = {"F64", "F32", "F16", "BF16"})
    void manyElementsAreSavedAndLoadedPieceByPiece(DType dtype) {
        int count = 2 * PIECE + 5;
        Sheet sheet = Sheet.of(dtype, count + 2);
        Sheet copy = Sheet.of(dtype, count + 2);
        for (int i = 0; i < count + 2; i++) {
            sheet.elements()[i] = i % 200 - 100;
        }
        ByteBuffer bytes = ByteBuffer.allocate(count * dtype.bytes() + 6)
                .order(ByteOrder.LITTLE_ENDIAN)
                .position(3);

        storage(sheet, PIECES).encode(1, count, bytes);
        assertThat(bytes.position()).isEqualTo(3 + count * dtype.bytes());
        storage(copy, PIECES).decode(1, count, bytes.position(3));

        assertThat(bytes.position()).isEqualTo(3 + count * dtype.bytes());
        for (int i = 0; i < count + 2; i++) {
            boolean isMoved = i > 0 && i <= count;
            assertThat(copy.elements()[i]).isEqualTo(isMoved ? i % 200 - 100 : 0);
        }
        String type = dtype == DType.F64 ? "doubles " : "floats ";
        List<String> pieces =
                List.of(type + "1 " + PIECE, type + (PIECE + 1) + " " + PIECE, type + (2 * PIECE + 1) + " 5");
        assertThat(copy.calls()).isEqualTo(pieces);
        assertThat(sheet.calls())
                .containsExactlyElementsOf(
                        pieces.stream().map(call -> "read " + call).toList());
    }

    @Test
    void bytesAreInTheOrderOfTheirBuffer() {
        Sheet sheet = Sheet.of(DType.BF16, 2);
        sheet.elements()[1] = -2;
        ByteBuffer bytes = ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN);
        storage(sheet, PIECES).encode(1, 1, bytes);
        assertThat(bytes.array()).containsExactly(0, 0xC0);
    }

    @Test
    void memoryIsWrittenWithoutTheAdapter() {
        Sheet sheet = Sheet.inMemory(DType.F32, 3);
        AdapterStorage<Sheet> storage = storage(sheet, WHOLE);
        ByteBuffer bytes = ByteBuffer.allocate(12);

        storage.writeAll(target -> target.put(1, new float[] {5, 6}, 2));
        storage.encode(0, 3, bytes);
        assertThat(bytes.flip().asFloatBuffer().get(2)).isEqualTo(6);
        bytes.putFloat(0, 4);
        storage.decode(0, 3, bytes);

        assertThat(sheet.bytes().getFloat(0)).isEqualTo(4);
        assertThat(sheet.bytes().getFloat(8)).isEqualTo(6);
        assertThat(sheet.calls()).isEmpty();
        assertThat(AdapterStorage.memory(sheet, WHOLE)).isEqualTo(sheet.bytes().asFloatBuffer());
        Sheet other = Sheet.of(DType.F32, 3);
        assertThat(AdapterStorage.memory(other, WHOLE)).isSameAs(other);
    }

    @Test
    void anAdapterThatWritesWholeTensorsGetsAllAtOnce() {
        Sheet sheet = Sheet.of(DType.F64, 1000);
        storage(sheet, WHOLE).writeAll(target -> {
            assertThat(target.isConcurrent()).isTrue();
            for (int i = 0; i < 1000; i += 500) {
                double[] values = new double[500];
                Arrays.setAll(values, j -> j + 0.5);
                target.put(i, values, 500);
            }
            assertThat(target.get(501)).isEqualTo(1.5);
            assertThat(sheet.calls()).isEmpty();
        });
        assertThat(sheet.calls()).containsExactly("write 8000");
        assertThat(sheet.elements()[999]).isEqualTo(499.5);
    }

    /** Pieces of a file may come in any number; a load that begins anew forgets what came before. */
    @Test
    void whatIsLoadedIsWrittenWhenAllOfItIsThere() {
        Sheet sheet = Sheet.of(DType.F64, 4);
        AdapterStorage<Sheet> storage = storage(sheet, WHOLE);

        storage.decode(0, 3, doubles(9, 9, 9));
        storage.decode(0, 1, doubles(1));
        storage.decode(1, 2, doubles(2, 3));
        assertThat(sheet.calls()).isEmpty();
        storage.decode(3, 1, doubles(4));
        assertThat(sheet.elements()).containsExactly(1, 2, 3, 4);
        storage.decode(0, 4, doubles(5, 6, 7, 8));

        assertThat(sheet.calls()).containsExactly("write 32", "write 32");
        assertThat(sheet.elements()).containsExactly(5, 6, 7, 8);
    }

    private static ByteBuffer doubles(double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length);
        bytes.asDoubleBuffer().put(DoubleBuffer.wrap(values));
        return bytes;
    }

    @Test
    void severalThreadsWriteOnlyWhereThatCostsNoMemory() {
        assertThat(storage(Sheet.of(DType.F32, 4), PIECES).isConcurrent()).isTrue();
        assertThat(storage(Sheet.of(DType.F32, 4), new Sheet.Pieces(false)).isConcurrent())
                .isFalse();
        assertThat(storage(Sheet.of(DType.F32, 4), WHOLE).isConcurrent()).isFalse();
        assertThat(storage(Sheet.inMemory(DType.F32, 4), WHOLE).isConcurrent()).isTrue();
        assertThat(storage(Sheet.inMemory(DType.F32, 4), new Sheet.Whole(false)).isConcurrent())
                .isFalse();
    }

    @Test
    void allElementsArePutPieceByPiece() {
        Sheet sheet = Sheet.of(DType.F32, 3);
        ByteBuffer all = ByteBuffer.allocate(14).order(ByteOrder.nativeOrder()).position(2);
        all.slice().order(ByteOrder.nativeOrder()).asFloatBuffer().put(new float[] {1, 2, 3});

        AdapterStorage.putPieces(sheet, PIECES, all);

        assertThat(sheet.elements()).containsExactly(1, 2, 3);
        assertThat(sheet.calls()).containsExactly("floats 0 3");
        assertThat(all.position()).as("of the caller's buffer").isEqualTo(2);
    }

    @Test
    void anAdapterThatContradictsItselfIsRefused() {
        ByteBuffer tooShort = ByteBuffer.allocateDirect(15);
        Sheet sheet = new Sheet(DType.F32, new double[4], Optional.of(tooShort));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> storage(sheet, PIECES))
                .withMessage(
                        "Pieces.memory gives 15 bytes, but 4 elements of F32 need 16; a tensor with gaps or of another"
                                + " type has no memory to give");
        Sheet readOnly = new Sheet(
                DType.F32,
                new double[4],
                Optional.of(ByteBuffer.allocateDirect(16).asReadOnlyBuffer()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> storage(readOnly, PIECES))
                .withMessage("the buffer is read-only");
        TensorAdapter<Sheet> columns = new Sheet.Pieces(true) {
            @Override
            public long[] strides(Sheet tensor, TensorShape shape) {
                return new long[] {1, 2};
            }
        };
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdapterStorage.of(Sheet.inMemory(DType.F32, 6), columns, TensorShape.of(2, 3)))
                .withMessageContaining("gives memory, which is row-major, but its strides are not");
        assertThat(AdapterStorage.of(Sheet.of(DType.F32, 6), columns, TensorShape.of(2, 3))
                        .order()
                        .index(1))
                .isEqualTo(3);
        assertThat(AdapterStorage.of(Sheet.of(DType.F32, 6), columns, TensorShape.of(5))
                        .order()
                        .isContiguous())
                .as("that the sizes differ is said elsewhere")
                .isTrue();
    }

    @Test
    void aTensorThatChangedItsSizeIsRefused() {
        int[] elements = {4};
        TensorAdapter<Sheet> adapter = new Sheet.Pieces(true) {
            @Override
            public long elements(Sheet sheet) {
                return elements[0];
            }
        };
        AdapterStorage<Sheet> storage = storage(Sheet.of(DType.F32, 4), adapter);
        storage.check();
        elements[0] = 5;
        assertThatIllegalArgumentException()
                .isThrownBy(storage::check)
                .withMessage("the tensor has 5 elements now, and had 4");
    }

    @Test
    void aBufferHoldsTwoGibibytes() {
        for (DType dtype : DType.values()) {
            int most = Integer.MAX_VALUE / dtype.bytes();
            assertThat(new AdaptedTensor<>(Sheet.of(dtype, 0), PIECES, dtype, most).fitsInBuffer())
                    .isTrue();
            assertThat(new AdaptedTensor<>(Sheet.of(dtype, 0), PIECES, dtype, most + 1L).fitsInBuffer())
                    .isFalse();
        }
    }
}
