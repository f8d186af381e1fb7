package org.initweights.samples.zoo.griffin;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The sizes of a model: {@code GriffinConfig}.
 *
 * @param expanded the width inside of a perceptron
 * @param heads the heads of attention, and the blocks of the gates of a recurrence
 * @param recurrentWidth the width of a recurrence
 * @param blocks what each layer mixes tokens by
 */
public record Config(
        int vocabulary, int width, int expanded, int heads, int recurrentWidth, List<TemporalBlock> blocks) {

    /** {@code RECURRENT_GEMMA_2B_V1}. */
    public static Config recurrentGemma2B() {
        return new Config(256_000, 2560, 3 * 2560, 10, 2560, griffinPattern(26));
    }

    /** {@code RECURRENT_GEMMA_9B_V1}. */
    public static Config recurrentGemma9B() {
        return new Config(256_000, 4096, 3 * 4096, 16, 4096, griffinPattern(38));
    }

    /** {@code GRIFFIN_PAPER_7B}. */
    public static Config griffin7B() {
        return new Config(256_000, 4096, 3 * 4096, 32, 5632, griffinPattern(32));
    }

    /** {@code HAWK_PAPER_7B}, which has no attention. */
    public static Config hawk7B() {
        TemporalBlock[] blocks = new TemporalBlock[32];
        Arrays.fill(blocks, TemporalBlock.RECURRENT);
        return new Config(256_000, 4096, 3 * 4096, 32, 5632, List.of(blocks));
    }

    /** Two recurrences, then attention, and so on. */
    static List<TemporalBlock> griffinPattern(int layers) {
        return IntStream.range(0, layers)
                .mapToObj(layer -> layer % 3 == 2 ? TemporalBlock.ATTENTION : TemporalBlock.RECURRENT)
                .toList();
    }

    /** {@code final_w_init_variance_scale}: each layer writes twice to the residual stream. */
    double finalScale() {
        return 2.0 / blocks.size();
    }

    /** What mixes tokens: {@code TemporalBlockType}. */
    public enum TemporalBlock {
        ATTENTION,
        RECURRENT
    }
}
