package org.initweights.samples.zoo.whisper;

import java.util.List;
import java.util.stream.Stream;
import org.initweights.annotation.InitWeights;
import org.initweights.samples.zoo.nn.Conv1d;
import org.initweights.samples.zoo.nn.LayerNorm;

/** From the spectrogram to what the decoder attends to. */
@InitWeights
class Encoder {

    final Conv1d conv1;
    final Conv1d conv2;
    final PositionTable embed_positions;
    final List<EncoderLayer> layers;
    final LayerNorm layer_norm;

    Encoder(Config config) {
        conv1 = new Conv1d(config.melBins(), config.width(), 3);
        conv2 = new Conv1d(config.width(), config.width(), 3);
        embed_positions = new PositionTable(config.audioPositions(), config.width());
        layers = Stream.generate(() -> new EncoderLayer(config.width()))
                .limit(config.layers())
                .toList();
        layer_norm = new LayerNorm(config.width());
    }
}
