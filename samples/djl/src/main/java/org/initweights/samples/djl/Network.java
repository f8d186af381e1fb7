package org.initweights.samples.djl;

import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;

/** Networks that see the pixels of a digit and say which it is. */
final class Network {

    private Network() {}

    /** A perceptron of {@code layers} linear layers with ReLU between them, each of {@code width} units but the last. */
    static Block perceptron(int layers, int width) {
        SequentialBlock network = new SequentialBlock();
        for (int i = 1; i < layers; i++) {
            network.add(Linear.builder().setUnits(width).build()).add(Activation::relu);
        }
        return network.add(Linear.builder().setUnits(10).build());
    }
}
