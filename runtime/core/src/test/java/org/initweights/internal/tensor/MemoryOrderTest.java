package org.initweights.internal.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.LongStream;
import org.initweights.TensorShape;
import org.junit.jupiter.api.Test;

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
