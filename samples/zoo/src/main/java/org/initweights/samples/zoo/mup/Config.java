package org.initweights.samples.zoo.mup;

/**
 * The sizes of a model, and the numbers that are found on a narrow one.
 *
 * @param width {@code d_model}
 * @param base the width of the narrow model: {@code --save_base_shapes} is called with it
 * @param ratio how many times as wide as the model its feed-forward part is: {@code ffn_ratio}
 * @param bias whether layers have biases
 * @param variance {@code init_var}: of the inputs of a hidden weight together
 * @param attentionMultiplier {@code attn_mult}
 * @param outputMultiplier {@code output_mult}
 */
public record Config(
        int tokens,
        int width,
        int base,
        int heads,
        int ratio,
        boolean bias,
        double variance,
        double attentionMultiplier,
        double outputMultiplier) {

    /** What {@code main.py} builds of WikiText-2, in a width of your own. */
    public static Config wikiText2(int width) {
        return new Config(33_278, width, 256, 2, 1, true, 1, 1, 1);
    }

    int feedForward() {
        return width * ratio;
    }
}
