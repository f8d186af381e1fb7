package org.initweights.samples.zoo.nn;

import static org.initweights.Layer.EMBEDDING;

import org.initweights.annotation.Shape;
import org.initweights.annotation.TorchDefault;

/** {@code nn.Embedding}. */
public class Embedding implements Module {

    final int entries;
    final int features;

    @Shape(dims = "entries, features")
    @TorchDefault(EMBEDDING)
    float[] weight;

    public Embedding(int entries, int features) {
        this.entries = entries;
        this.features = features;
    }
}
