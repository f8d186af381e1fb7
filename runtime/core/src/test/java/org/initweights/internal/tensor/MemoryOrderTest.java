package org.initweights.internal.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Comparator;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.initweights.TensorShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryOrderTest {

    @Test
    void rowMajorIsContiguous() {
        assertThat(MemoryOrder.of(TensorShape.of(3, 4), 4, 1).isContiguous()).isTrue();
        assertThat(MemoryOrder.of(TensorShape.of(3, 1, 4), 4, 999, 1).isContiguous())
                .isTrue();
        assertThat(MemoryOrder.of(TensorShape.of(0, 4), 1, 7).isContiguous()).isTrue();
        assertThat(MemoryOrder.of(TensorShape.of()).isContiguous()).isTrue();
    }

    @Test
    void gapsAreNot() {
        MemoryOrder order = MemoryOrder.of(TensorShape.of(5), 2);

        assertThat(order.isContiguous()).isFalse();
        assertThat(places(order, 5)).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void transposedGoesColumnByColumn() {
        assertThat(places(MemoryOrder.of(TensorShape.of(2, 3), 1, 2), 6)).containsExactly(0, 3, 1, 4, 2, 5);
    }

    @Test
    void rowsOfATransposedTensorGoColumnByColumnToo() {
        MemoryOrder order = MemoryOrder.of(TensorShape.of(4, 3), 1, 4);

        assertThat(places(order.range(3, 6), 6)).containsExactly(0, 3, 1, 4, 2, 5);
        assertThat(places(order.range(3, 3), 3)).containsExactly(0, 1, 2);
        assertThat(places(order.range(1, 4), 4)).containsExactly(0, 1, 2, 3);
    }

    @Test
    void rowsInsideARowHaveItsOrder() {
        MemoryOrder order = MemoryOrder.of(TensorShape.of(2, 4, 3), 1, 2, 8);

        assertThat(places(order.range(12 + 3, 6), 6)).containsExactly(0, 3, 1, 4, 2, 5);
    }

    /** Of all ranges of tensors with three axes in some orders: rows in the order of their places, everything else in its own. */
    @ParameterizedTest
    @CsvSource({
        "3, 2, 8, 4, 1", "3, 2, 2, 1, 6", "3, 2, 1, 12, 3", "3, 2, 4, 12, 1", "3, 2, 1, 3, 6", "3, 2, 8, 1, 2",
        "3, 2, 100, 3, 7", "2, 3, 12, 1, 3", "2, 3, 1, 2, 6", "2, 3, 12, 4, 1", "2, 3, 4, 8, 1", "2, 3, 3, 1, 6"
    })
    void rowsAreInTheOrderOfTheirPlaces(int planes, int rows, long ofPlanes, long ofRows, long ofElements) {
        MemoryOrder order = MemoryOrder.of(TensorShape.of(planes, rows, 4), ofPlanes, ofRows, ofElements);
        long plane = 4L * rows;
        LongUnaryOperator place = i -> i / plane * ofPlanes + i / 4 % rows * ofRows + i % 4 * ofElements;
        for (int from = 0; from < 24; from++) {
            for (int length = 1; from + length <= 24; length++) {
                assertThat(places(order.range(from, length), length))
                        .as("%d from %d on", length, from)
                        .containsExactly(isRows(from, length, plane) ? sorted(from, length, place) : inOrder(length));
            }
        }
    }

    /** Whether a range is some planes of a tensor, some rows of a plane, or a part of a row of 4. */
    private static boolean isRows(int from, int length, long plane) {
        int last = from + length - 1;
        return (from % plane == 0 && length % plane == 0)
                || (from % 4 == 0 && length % 4 == 0 && from / plane == last / plane)
                || from / 4 == last / 4;
    }

    private static long[] sorted(int from, int length, LongUnaryOperator place) {
        return LongStream.range(0, length)
                .boxed()
                .sorted(Comparator.comparing(i -> place.applyAsLong(from + i)))
                .mapToLong(Long::longValue)
                .toArray();
    }

    private static long[] inOrder(int length) {
        return LongStream.range(0, length).toArray();
    }

    @Test
    void aRangeOfAContiguousTensorIsContiguous() {
        assertThat(MemoryOrder.CONTIGUOUS.range(3, 5).isContiguous()).isTrue();
        assertThat(MemoryOrder.of(TensorShape.of(4, 3), 1, 4).range(1, 1).isContiguous())
                .as("one element")
                .isTrue();
    }

    @Test
    void strideOfOneElementMeansNothing() {
        assertThat(MemoryOrder.of(TensorShape.of(1, 3), 0, 1).isContiguous()).isTrue();
        assertThat(MemoryOrder.of(TensorShape.of(1, 3), -7, 2).isContiguous()).isFalse();
    }

    @Test
    void refusesStridesThatFitNoShape() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MemoryOrder.of(TensorShape.of(2, 3), 1))
                .withMessage("1 strides for the shape [2, 3]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MemoryOrder.of(TensorShape.of(2, 3), 0, 1))
                .withMessage("the stride 0 of axis 0 is not positive");
    }

    private static long[] places(MemoryOrder order, int elements) {
        return LongStream.range(0, elements).map(order::index).toArray();
    }
}
