package org.initweights.internal.draw.torch;

import org.initweights.TorchBuild;

/** How a build of PyTorch computes: which operations it fuses, and by which functions it makes normals. */
interface Arithmetic {

    /** {@code u · width + lower} for each of the first {@link TorchTiles#LENGTH}. */
    void stretch(float[] u, float lower, float width);

    /** {@code u · width + lower} for each of the first {@link TorchTiles#LENGTH}. */
    void stretch(double[] u, double lower, double width);

    /** {@code unit · std + mean}, of a normal that was drawn alone. */
    double scale(double unit, double mean, double std);

    /**
     * Makes uniforms to normals, in blocks of {@link TorchTiles#BLOCK}; {@code normal_fill}.
     *
     * @param count a multiple of a block, at most {@link TorchTiles#CAPACITY}
     */
    void boxMuller(float[] u, int count, float mean, float std);

    static Arithmetic of(TorchBuild build) {
        return switch (build) {
            case AVX2 -> new Avx2Arithmetic();
            case SCALAR -> new ScalarArithmetic();
        };
    }
}
