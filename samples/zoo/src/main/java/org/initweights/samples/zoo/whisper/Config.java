package org.initweights.samples.zoo.whisper;

/**
 * The sizes of a model.
 *
 * @param melBins the frequency bands of the audio
 * @param audioPositions the positions of the encoder
 * @param textPositions the positions of the decoder
 * @param padding the token whose embedding is zero
 */
public record Config(
        int vocabulary, int melBins, int audioPositions, int textPositions, int width, int layers, int padding) {

    /** {@code openai/whisper-base}. */
    public static Config base() {
        return new Config(51_865, 80, 1500, 448, 512, 6, 50_257);
    }
}
