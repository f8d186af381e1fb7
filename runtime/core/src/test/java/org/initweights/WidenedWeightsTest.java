package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.initweights.testing.MadeTensor.made;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.initweights.testing.BaseFile;
import org.initweights.testing.Normals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wider layers that compute what they did before. */
class WidenedWeightsTest {

    @TempDir
    Path folder;

    private BaseWeights base;

    private final double[] matrix = Normals.of(1, 7 * 5);
    private final double[] cube = Normals.of(2, 4 * 3 * 2);

    @BeforeEach
    void write() throws IOException {
        base = Initializers.from(
                new BaseFile().floats("cube", cube, 4, 3, 2).write(folder.resolve("base.safetensors")));
    }

    /** Relu(W₂ relu(W₁x + b₁)) before and after. */
    @ParameterizedTest
    @ValueSource(ints = {7, 8, 20})
    void aWiderLayerComputesTheSame(int width) throws IOException {
        double[] bias = Normals.of(5, 7);
        double[] next = Normals.of(6, 3 * 7);
        BaseWeights net = Initializers.from(new BaseFile()
                .doubles("fc1.weight", matrix, 7, 5)
                .doubles("fc1.bias", bias, 7)
                .doubles("fc2.weight", next, 3, 7)
                .write(folder.resolve("net.safetensors")));
        WidenedLayer hidden = net.widened("hidden", 42);
        double[] wide1 = made(hidden.outChannels("fc1.weight"), width, 5);
        double[] wideBias = made(hidden.outChannels("fc1.bias"), width);
        double[] wide2 = made(hidden.inChannels("fc2.weight"), 3, width);
        double[] input = Normals.of(8, 5);

        assertThat(Arrays.copyOf(wide1, 35)).isEqualTo(matrix);
        assertThat(Arrays.copyOf(wideBias, 7)).isEqualTo(bias);
        assertThat(output(wide1, wideBias, wide2, input, width))
                .containsExactly(output(matrix, bias, next, input, 7), offset(1e-12));
        if (width == 20) {
            double[] other = made(net.widened("other", 42).outChannels("fc1.bias"), width);
            assertThat(other).isNotEqualTo(wideBias);
            assertThat(made(net.widened("hidden", 43).outChannels("fc1.bias"), width))
                    .isNotEqualTo(wideBias);
        }
    }

    private static double[] output(double[] first, double[] bias, double[] second, double[] input, int hidden) {
        double[] output = new double[3];
        for (int j = 0; j < hidden; j++) {
            double sum = bias[j];
            for (int i = 0; i < 5; i++) {
                sum += first[j * 5 + i] * input[i];
            }
            for (int o = 0; o < 3; o++) {
                output[o] += second[o * hidden + j] * Math.max(0, sum);
            }
        }
        return output;
    }

    /** Sums over the channels of a copy, at each place of the kernel, in both layouts. */
    @ParameterizedTest
    @EnumSource(
            value = Layout.class,
            names = {"OUT_IN_SPATIAL", "SPATIAL_IN_OUT"})
    void inChannelsOfAConvolutionShareTheWeightOfTheirOriginal(Layout layout) {
        // cube is [4, 3, 2]: out, in, kernel; or kernel, in, out.
        Weights wide = Weights.of(w -> w.tensor(
                        "w",
                        TensorShape.of(4, 9, 2).withLayout(layout),
                        DType.F64,
                        base.widened("h", 1).inChannels("cube")))
                .initialize(1);
        double[] values = wide.doubles("w");
        for (int outer = 0; outer < 4; outer++) {
            for (int inner = 0; inner < 2; inner++) {
                double before = 0;
                double after = 0;
                for (int channel = 0; channel < 3; channel++) {
                    before += (float) cube[(outer * 3 + channel) * 2 + inner];
                }
                for (int channel = 0; channel < 9; channel++) {
                    after += values[(outer * 9 + channel) * 2 + inner];
                }
                assertThat(after).isCloseTo(before, offset(1e-12));
            }
        }
    }

    @Test
    void outChannelsAreOnTheAxisOfTheLayout() {
        Weights wide = Weights.of(w -> w.tensor(
                        "w",
                        TensorShape.of(4, 3, 6).withLayout(Layout.SPATIAL_IN_OUT),
                        DType.F64,
                        base.widened("h", 1).outChannels("cube")))
                .initialize(1);
        for (int row = 0; row < 12; row++) {
            assertThat(wide.doubles("w")[row * 6]).isEqualTo((float) cube[row * 2]);
            assertThat(wide.doubles("w")[row * 6 + 1]).isEqualTo((float) cube[row * 2 + 1]);
            assertThat(wide.doubles("w")[row * 6 + 5])
                    .isIn((double) (float) cube[row * 2], (double) (float) cube[row * 2 + 1]);
        }
    }
}
