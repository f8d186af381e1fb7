package org.initweights.nd4j.page;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.initweights.Initializers;
import org.initweights.nd4j.Nd4jModels;

class Start {
    public static void main(String[] arguments) {
        var layer = new OutputLayer.Builder().nIn(784).nOut(10).build();
        var network = new MultiLayerNetwork(
                new NeuralNetConfiguration.Builder().list(layer).build());
        network.init();
        Nd4jModels.parameters(network)
                .named("*_W")
                .with(Initializers.xavierUniform())
                .initialize(42);
        System.out.println(network.getParam("0_W"));
    }
}
