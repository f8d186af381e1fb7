package org.initweights.samples.zoo.dit;

/**
 * The sizes of a model, the arguments of {@code DiT.__init__}.
 *
 * @param inputSize the rows and the columns of an image, or of its latents
 * @param classDropout how often the label is dropped; if it ever is, there is one more label for that
 * @param learnSigma whether the variance is predicted beside the noise
 */
public record Config(
        int inputSize,
        int patchSize,
        int channels,
        int hidden,
        int depth,
        double mlpRatio,
        double classDropout,
        int classes,
        boolean learnSigma) {

    /** {@code DiT_XL_2}, for images of 256 × 256. */
    public static Config xl2() {
        return published(2, 1152, 28);
    }

    /** {@code DiT_L_4}. */
    public static Config l4() {
        return published(4, 1024, 24);
    }

    /** {@code DiT_B_8}. */
    public static Config b8() {
        return published(8, 768, 12);
    }

    /** {@code DiT_S_2}. */
    public static Config s2() {
        return published(2, 384, 12);
    }

    private static Config published(int patchSize, int hidden, int depth) {
        return new Config(32, patchSize, 4, hidden, depth, 4, 0.1, 1000, true);
    }

    /** How many patches are in a row, and in a column. */
    int grid() {
        return inputSize / patchSize;
    }

    int outChannels() {
        return learnSigma ? 2 * channels : channels;
    }

    int labels() {
        return classDropout > 0 ? classes + 1 : classes;
    }
}
