package org.initweights.samples.zoo.rwkv7;

/**
 * The sizes of a model.
 *
 * @param width the channels of a token, a multiple of {@code headSize}
 * @param layers 2 or more
 */
public record Config(int vocabulary, int width, int layers, int headSize) {

    /** {@code BlinkDL/rwkv-7-world}, 0.1B. */
    public static Config of100M() {
        return new Config(65_536, 768, 12, 64);
    }
}
