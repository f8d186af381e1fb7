package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;

import org.initweights.testing.Normals;
import org.junit.jupiter.api.Test;

/** Sub-pixel convolutions, against a convolution and a shuffle that are written out here. */
class IcnrTest {

    @Test
    void pixelsAfterAnIcnrConvolutionAndAShuffleAreConstantOverEachBlock() {
        int scale = 3;
        double[] filters = Weights.of(w -> w.tensor("conv", DType.F64, Initializers.icnr(scale), 18, 2, 3, 3))
                .initialize(1)
                .doubles("conv");
        double[] picture = Normals.of(9, 2 * 6 * 5);
        double[] enlarged = new double[2 * 4 * scale * 3 * scale];
        for (int out = 0; out < 18; out++) {
            for (int y = 0; y < 4; y++) {
                for (int x = 0; x < 3; x++) {
                    double sum = 0;
                    for (int in = 0; in < 2; in++) {
                        for (int ky = 0; ky < 3; ky++) {
                            for (int kx = 0; kx < 3; kx++) {
                                sum += filters[((out * 2 + in) * 3 + ky) * 3 + kx]
                                        * picture[(in * 6 + y + ky) * 5 + x + kx];
                            }
                        }
                    }
                    // torch.nn.PixelShuffle: [C·r², H, W] to [C, H·r, W·r].
                    int channel = out / (scale * scale);
                    int dy = out / scale % scale;
                    int dx = out % scale;
                    enlarged[(channel * 4 * scale + y * scale + dy) * 3 * scale + x * scale + dx] = sum;
                }
            }
        }
        for (int row = 0; row < 2 * 4 * scale; row++) {
            for (int column = 0; column < 3 * scale; column++) {
                int corner = row / scale * scale * 3 * scale + column / scale * scale;
                assertThat(enlarged[row * 3 * scale + column]).isEqualTo(enlarged[corner]);
            }
        }
        assertThat(enlarged[0]).isNotEqualTo(enlarged[scale]);
    }
}
