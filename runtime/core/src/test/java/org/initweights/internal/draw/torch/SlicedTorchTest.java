package org.initweights.internal.draw.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.truncNormal;
import static org.initweights.Initializers.uniform;
import static org.initweights.Initializers.zeros;

import java.util.List;
import org.initweights.AxisSlice;
import org.initweights.Initializer;
import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.junit.jupiter.api.Test;

/** A slice is drawn as PyTorch draws a view with the same strides, which the goldens hold for tensors that are such views. */
class SlicedTorchTest {

    private static final List<Initializer> DRAWN =
            List.of(normal(1, 2), uniform(-1, 3), truncNormal(0, 1, -2, 2), truncNormal(0, 1, 1, 3));

    /** {@code w[:, 1::3]} of a matrix of 20 × 12. */
    @Test
    void columns() {
        isAsTheView(
                TensorShape.of(20, 12),
                AxisSlice.of(1, 1, 12).withStep(3),
                TensorShape.of(20, 4),
                new long[] {12, 3},
                1);
    }

    /** {@code w.view(4, 6, 5)[:, 2:4]} of a matrix of 24 × 5. */
    @Test
    void heads() {
        isAsTheView(
                TensorShape.of(24, 5),
                AxisSlice.of(0, 2, 4).withEvery(6),
                TensorShape.of(4, 2, 5),
                new long[] {30, 5, 1},
                10);
    }

    /** {@code w[:, 3:40]} of positions of 1 × 50 × 8: without gaps, so in blocks. */
    @Test
    void positions() {
        isAsTheView(TensorShape.of(1, 50, 8), AxisSlice.of(1, 3, 40), TensorShape.of(37, 8), new long[] {8, 1}, 24);
    }

    /** {@code w[::4]} of 200 elements. */
    @Test
    void steps() {
        isAsTheView(TensorShape.of(200), AxisSlice.of(0, 0, 200).withStep(4), TensorShape.of(50), new long[] {4}, 0);
    }

    private static void isAsTheView(
            TensorShape whole, AxisSlice slice, TensorShape viewShape, long[] strides, int offset) {
        for (Initializer drawn : DRAWN) {
            RandomSource source = RandomSource.torch(7);
            float[] sliced = new float[(int) whole.elements()];
            zeros().withSlice(slice, drawn).fill("w", sliced, whole, source);
            float[] after = new float[5];
            normal().fill("after", after, TensorShape.of(5), source);

            RandomSource viewed = RandomSource.torch(7);
            Parameters view = StridedTensor.parameter(viewShape, strides, drawn);
            view.initialize(viewed);
            float[] afterView = new float[5];
            normal().fill("after", afterView, TensorShape.of(5), viewed);

            float[] expected = new float[sliced.length];
            for (int element = 0; element < viewShape.elements(); element++) {
                int place = offset;
                int rest = element;
                for (int axis = viewShape.rank() - 1; axis >= 0; axis--) {
                    place += (int) (rest % viewShape.size(axis) * strides[axis]);
                    rest /= (int) viewShape.size(axis);
                }
                expected[place] = (float) view.get("tensor").get(element);
            }
            assertThat(sliced).as("%s", drawn).containsExactly(expected);
            assertThat(after).as("after %s", drawn).containsExactly(afterView);
        }
    }

    /** A slice of columns of a transposed tensor lies in memory as its rows do: they are drawn in that order. */
    @Test
    void aSliceOfATransposedTensorIsInTheOrderOfMemory() {
        TensorShape shape = TensorShape.of(6, 10);
        Parameters transposed = StridedTensor.parameter(
                shape,
                new long[] {1, 6},
                zeros().withSlice(AxisSlice.of(1, 1, 10).withStep(2), uniform(0, 1)));
        transposed.initialize(RandomSource.torch(3));
        float[] inMemory = new float[30];
        uniform(0, 1).fill("w", inMemory, TensorShape.of(30), RandomSource.torch(3));
        for (int row = 0; row < 6; row++) {
            for (int column = 0; column < 10; column++) {
                float expected = column % 2 == 1 ? inMemory[column / 2 * 6 + row] : 0;
                assertThat(transposed.get("tensor").get(row * 10L + column)).isEqualTo(expected);
            }
        }
    }
}
