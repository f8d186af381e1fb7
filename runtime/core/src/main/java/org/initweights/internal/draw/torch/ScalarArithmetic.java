package org.initweights.internal.draw.torch;

import org.initweights.internal.numeric.Fma;

/**
 * PyTorch's DEFAULT build, for any x86-64: one operation after the other, and the C library's functions of single precision.
 *
 * <p><b>Origin.</b> PyTorch 2.13: {@code normal_fill_16} in aten/src/ATen/native/cpu/DistributionTemplates.h, with glibc's {@code logf},
 * {@code sinf} and {@code cosf} ({@link ArmMath}). The angle is 2π·u in double, rounded to float. The last multiply-add is fused in this
 * build too.
 *
 * <p><b>What it consumes.</b> As {@link Avx2Arithmetic}: 16 uniforms for 16 normals.
 *
 * <p><b>Cost.</b> {@code normal_} on one thread: 105 million floats a second on JDK 17, 134 on 25. Nothing here is vectorised.
 *
 * <p><b>Limits.</b> 5.77σ, as there. {@code TorchParityTest} holds 276 cases of goldens of this build.
 */
final class ScalarArithmetic implements Arithmetic {

    private static final int HALF_BLOCK = TorchTiles.BLOCK / 2;

    @Override
    public void stretch(float[] u, float lower, float width) {
        for (int i = 0; i < TorchTiles.LENGTH; i++) {
            u[i] = u[i] * width + lower;
        }
    }

    @Override
    public void stretch(double[] u, double lower, double width) {
        for (int i = 0; i < TorchTiles.LENGTH; i++) {
            u[i] = u[i] * width + lower;
        }
    }

    @Override
    public double scale(double unit, double mean, double std) {
        return unit * std + mean;
    }

    @Override
    public void boxMuller(float[] u, int count, float mean, float std) {
        for (int block = 0; block < count; block += TorchTiles.BLOCK) {
            for (int j = block; j < block + HALF_BLOCK; j++) {
                float radius = (float) Math.sqrt(-2 * ArmMath.log(1 - u[j]));
                float angle = (float) (2 * Math.PI * u[j + HALF_BLOCK]);
                u[j] = Fma.of(radius * ArmMath.cos(angle), std, mean);
                u[j + HALF_BLOCK] = Fma.of(radius * ArmMath.sin(angle), std, mean);
            }
        }
    }
}
