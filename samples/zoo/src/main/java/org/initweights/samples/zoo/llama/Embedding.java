package org.initweights.samples.zoo.llama;

import static org.initweights.HalfFormat.BF16;

import org.initweights.annotation.HalfFloat;
import org.initweights.annotation.Normal;
import org.initweights.annotation.Shape;

/** One vector for each token. */
class Embedding {

    final int entries;
    final int features;

    @Shape(dims = "entries, features")
    @Normal
    @HalfFloat(BF16)
    short[] weight;

    Embedding(int entries, int features) {
        this.entries = entries;
        this.features = features;
    }
}
