package org.initweights.samples.zoo.t5;

/**
 * The sizes of a model.
 *
 * @param headSize the size of one head, {@code d_kv}
 * @param buckets how many distances the attention tells apart
 */
public record Config(int vocabulary, int width, int inner, int layers, int heads, int headSize, int buckets) {

    /** {@code t5-small}. */
    public static Config small() {
        return new Config(32_128, 512, 2048, 6, 8, 64, 32);
    }
}
