package org.initweights.samples.zoo.mamba2;

import java.util.Set;

/**
 * The sizes of a model: {@code MambaConfig}.
 *
 * @param intermediate the width of the perceptron of each layer, 0 for layers without one
 * @param multipleOf the vocabulary is padded to a multiple of this
 * @param attentionLayers the layers that have attention in place of Mamba
 * @param initializerRange the standard deviation of the embedding
 */
public record Config(
        int width,
        int intermediate,
        int layers,
        int vocabulary,
        int multipleOf,
        Ssm ssm,
        Set<Integer> attentionLayers,
        AttentionConfig attention,
        double initializerRange) {

    /** {@code state-spaces/mamba2-130m}. */
    public static Config of130M() {
        return published(768, 24, Set.of());
    }

    /** {@code state-spaces/mamba2-2.7b}. */
    public static Config of2700M() {
        return published(2560, 64, Set.of());
    }

    /** {@code state-spaces/mamba2attn-2.7b}. */
    public static Config of2700MWithAttention() {
        return published(2560, 64, Set.of(9, 18, 27, 36, 45, 56));
    }

    private static Config published(int width, int layers, Set<Integer> attentionLayers) {
        AttentionConfig attention = new AttentionConfig(30, 30, 128, 4, false, false);
        return new Config(width, 0, layers, 50_277, 16, Ssm.mamba2(), attentionLayers, attention, 0.02);
    }

    int paddedVocabulary() {
        return (vocabulary + multipleOf - 1) / multipleOf * multipleOf;
    }

    /** How often a layer writes to the residual stream. */
    int residualsPerLayer() {
        return intermediate == 0 ? 1 : 2;
    }

    /**
     * {@code attn_cfg}.
     *
     * @param convolution the width of a convolution over queries, keys and values, 0 for none
     */
    public record AttentionConfig(
            int heads, int keyHeads, int headDim, int convolution, boolean inBias, boolean outBias) {

        int queriesKeysValues() {
            return headDim * (heads + 2 * keyHeads);
        }
    }
}
