package org.initweights.internal.draw.torch;

import org.initweights.TorchBuild;

/**
 * How a build of PyTorch computes: which operations it fuses, and by which functions it makes normals. PyTorch's CPU kernels are compiled
 * several times, for different instructions, and the compilers' choices show in the bits.
 *
 * <p>Implementations are {@link Avx2Arithmetic}, of the AVX2 and AVX-512 builds, and {@link ScalarArithmetic}, of the DEFAULT build. One
 * belongs to one thread: it may keep scratch arrays. None consumes random words; callers have drawn them.
 */
interface Arithmetic {

    /** {@code u · width + lower} for each of the first {@link TorchTiles#LENGTH}. */
    void stretch(float[] u, float lower, float width);

    /** {@code u · width + lower} for each of the first {@link TorchTiles#LENGTH}. */
    void stretch(double[] u, double lower, double width);

    /**
     * {@code unit · std + mean}, of a normal that was drawn alone.
     *
     * @param unit a standard normal
     */
    double scale(double unit, double mean, double std);

    /**
     * Makes uniforms to normals, in blocks of {@link TorchTiles#BLOCK}; {@code normal_fill}.
     *
     * @param count a multiple of a block, at most {@link TorchTiles#CAPACITY}
     */
    void boxMuller(float[] u, int count, float mean, float std);

    /** The arithmetic of a build; a new one, for one source. */
    static Arithmetic of(TorchBuild build) {
        return switch (build) {
            case AVX2 -> new Avx2Arithmetic();
            case SCALAR -> new ScalarArithmetic();
        };
    }
}
