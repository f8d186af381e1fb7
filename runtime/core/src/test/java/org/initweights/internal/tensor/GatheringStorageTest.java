package org.initweights.internal.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.initweights.DType;
import org.initweights.TensorShape;
import org.initweights.testing.FloatTypes;
import org.junit.jupiter.api.Test;

/** What an adapter gets of what a kernel puts: large pieces at once, small ones gathered. */
class GatheringStorageTest {

    private static final int LENGTH = 1000;

    private final Sheet sheet = Sheet.of(DType.F32, LENGTH);
    private final Sheet.Pieces adapter = new Sheet.Pieces(false);
    private final AdaptedTensor<Sheet> target = new AdaptedTensor<>(sheet, adapter, DType.F32, LENGTH);
    private final GatheringStorage<Sheet> storage = GatheringStorage.piecewise(target, MemoryOrder.CONTIGUOUS);

    @Test
    void largePiecesGoStraightToTheAdapter() {
        storage.put(0, filled(1), 256);
        storage.put(256, doubles(2), 700);
        // Few, but the last.
        storage.put(956, filled(3), 44);
        storage.finish();

        assertThat(sheet.calls()).containsExactly("floats 0 256", "floats 256 700", "floats 956 44");
        assertThat(sheet.elements()[255]).isEqualTo(1);
        assertThat(sheet.elements()[256]).isEqualTo(2);
        assertThat(sheet.elements()[999]).isEqualTo(3);
    }

    @Test
    void readsWhatTheAdapterHasAsLongAsNothingIsGathered() {
        storage.put(0, filled(1), 300);
        ByteBuffer bytes = ByteBuffer.allocate(8);

        assertThat(storage.get(7)).isEqualTo(1);
        storage.encode(299, 2, bytes);
        assertThat(bytes.getFloat(0)).isEqualTo(1);
        assertThat(bytes.getFloat(4)).isEqualTo(0);
        assertThat(storage.isConcurrent()).as("as the adapter").isFalse();
        assertThat(sheet.calls()).containsExactly("floats 0 300", "get 7", "read floats 299 2");
    }

    /** One element alone may be anywhere: from then on nothing goes to the adapter until the end. */
    @Test
    void atTheFirstSmallPieceAllIsGathered() {
        storage.put(0, filled(1), 300);
        storage.put(300, filled(2), 255);
        storage.put(700, filled(3), 300);
        storage.put(5, new double[] {4}, 1);
        assertThat(sheet.calls())
                .as("what is there already is read")
                .containsExactly("floats 0 300", "read floats 0 1000");
        assertThat(storage.get(5)).isEqualTo(4);
        assertThat(storage.isConcurrent()).as("it is memory of our own").isTrue();
        ByteBuffer bytes = ByteBuffer.allocate(12);
        storage.encode(554, 3, bytes);
        assertThat(bytes.getFloat(0)).isEqualTo(2);
        assertThat(bytes.getFloat(4)).isEqualTo(0);

        storage.finish();

        assertThat(sheet.calls().subList(2, sheet.calls().size())).containsExactly("floats 0 1000");
        double[] expected = new double[LENGTH];
        Arrays.fill(expected, 0, 300, 1);
        Arrays.fill(expected, 300, 555, 2);
        Arrays.fill(expected, 700, 1000, 3);
        expected[5] = 4;
        assertThat(sheet.elements()).isEqualTo(expected);
    }

    @Test
    void whatIsNewNeedNotBeReadBefore() {
        storage.put(1, filled(2), 255);
        assertThat(sheet.calls()).isEmpty();
    }

    /** There is no buffer for all elements: each goes to the adapter alone. */
    @Test
    void whatIsTooLargeIsNotGathered() {
        AdaptedTensor<Sheet> huge = new AdaptedTensor<>(sheet, adapter, DType.F32, 1L << 40);
        GatheringStorage<Sheet> pieces = GatheringStorage.piecewise(huge, MemoryOrder.CONTIGUOUS);

        pieces.put(3, new float[] {7}, 1);
        pieces.finish();

        assertThat(sheet.calls()).containsExactly("floats 3 1");
        assertThat(pieces.length()).isEqualTo(1L << 40);
    }

    @Test
    void isTheTensorAsItIs() {
        MemoryOrder order = MemoryOrder.of(TensorShape.of(10, 100), 1, 10);
        for (DType dtype : FloatTypes.ALL) {
            AdaptedTensor<Sheet> tensor = new AdaptedTensor<>(Sheet.of(dtype, LENGTH), adapter, dtype, LENGTH);
            GatheringStorage<Sheet> any = GatheringStorage.piecewise(tensor, order);
            assertThat(any.length()).isEqualTo(LENGTH);
            assertThat(any.dtype()).isEqualTo(dtype);
            assertThat(any.precision()).isEqualTo(dtype == DType.F64 ? Precision.DOUBLE : Precision.SINGLE);
            assertThat(any.order()).isSameAs(order);
        }
        assertThat(GatheringStorage.piecewise(
                                new AdaptedTensor<>(sheet, new Sheet.Pieces(true), DType.F32, LENGTH), order)
                        .isConcurrent())
                .isTrue();
    }

    private static float[] filled(float value) {
        float[] values = new float[LENGTH];
        Arrays.fill(values, value);
        return values;
    }

    private static double[] doubles(double value) {
        double[] values = new double[LENGTH];
        Arrays.fill(values, value);
        return values;
    }
}
