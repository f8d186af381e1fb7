package org.initweights.samples.zoo.whisper;

import org.initweights.annotation.NonTrainable;
import org.initweights.annotation.Shape;
import org.initweights.recipe.WhisperPositions;

/** The positions of the encoder, sines and cosines, which are not trained. */
class PositionTable {

    final int positions;
    final int width;

    @Shape(dims = "positions, width")
    @WhisperPositions
    @NonTrainable
    float[] weight;

    PositionTable(int positions, int width) {
        this.positions = positions;
        this.width = width;
    }
}
