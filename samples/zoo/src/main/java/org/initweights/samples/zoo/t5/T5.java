package org.initweights.samples.zoo.t5;

import org.initweights.annotation.InitWeights;

/** Encoder, decoder and the output layer. All have one matrix, which is there once and has several names. */
@InitWeights
public class T5 {

    final Embedding shared;
    final Stack encoder;
    final Stack decoder;
    final Embedding lm_head;

    public T5(Config config) {
        shared = new Embedding(config.vocabulary(), config.width());
        encoder = new Stack(config, shared, false);
        decoder = new Stack(config, shared, true);
        lm_head = shared;
    }
}
