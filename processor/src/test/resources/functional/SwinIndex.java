package functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.initweights.Initializers.swinRelativePositionIndex;

import org.initweights.Parameter;
import org.initweights.TensorShape;
import org.initweights.annotation.NonTrainable;
import org.initweights.annotation.Shape;
import org.initweights.recipe.SwinRelativePositionIndex;

/** The index of relative positions against loops over the coordinates, as the published code has them. */
public class SwinIndex {

    /** Floats that nothing marks are trained, integers never. */
    @SuppressWarnings("initweights:TrainedBuffer")
    public static class Window {
        final int width = 5;
        @Shape({49, 49}) @SwinRelativePositionIndex(width = 7) float[] square;
        @Shape({15, 15}) @SwinRelativePositionIndex double[] wide;
        @Shape({4, 4}) @SwinRelativePositionIndex(width = 1) double[] column;
        @Shape({49, 49}) @SwinRelativePositionIndex(width = 7) @NonTrainable int[] ints;
        @Shape({15, 15}) @SwinRelativePositionIndex @NonTrainable long[] longs;
        @Shape({49, 49}) @SwinRelativePositionIndex(width = 7) int[][] rows;
    }

    public static void check() {
        Window model = new Window();
        SwinIndex_WindowInit.initWeights(model, 1);
        for (int i = 0; i < 49 * 49; i++) {
            assertThat(model.square[i]).isEqualTo((float) index(7, 7)[i / 49][i % 49]);
            assertThat(model.ints[i]).isEqualTo(index(7, 7)[i / 49][i % 49]);
        }
        for (int i = 0; i < 15 * 15; i++) {
            assertThat(model.wide[i]).isEqualTo(index(3, 5)[i / 15][i % 15]);
            assertThat(model.longs[i]).isEqualTo(index(3, 5)[i / 15][i % 15]);
        }
        for (int i = 0; i < 16; i++) {
            assertThat(model.column[i]).isEqualTo(index(4, 1)[i / 4][i % 4]);
        }
        assertThat(model.rows).isDeepEqualTo(index(7, 7));
        assertThat(SwinIndex_WindowInit.parameters(model).trainable().stream().map(Parameter::name))
                .containsExactly("square", "wide", "column");
        for (TensorShape shape : new TensorShape[] {TensorShape.of(49, 48), TensorShape.of(50, 50)}) {
            assertThatThrownBy(() -> swinRelativePositionIndex(7).resolve(shape)).hasMessageContaining("[TableValue]");
        }
    }

    private static int[][] index(int height, int width) {
        int[][] index = new int[height * width][height * width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int v = 0; v < height; v++) {
                    for (int u = 0; u < width; u++) {
                        int down = y - v + (height - 1);
                        int right = x - u + (width - 1);
                        index[y * width + x][v * width + u] = down * (2 * width - 1) + right;
                    }
                }
            }
        }
        return index;
    }
}
