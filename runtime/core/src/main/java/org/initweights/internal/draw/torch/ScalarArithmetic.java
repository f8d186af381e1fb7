package org.initweights.internal.draw.torch;

import org.initweights.internal.numeric.Fma;

/** PyTorch's build for any x86-64: one operation after the other, and the C library's functions of single precision. */
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
