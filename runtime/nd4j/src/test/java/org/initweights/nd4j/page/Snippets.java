package org.initweights.nd4j.page;

import static org.initweights.FanMode.FAN_OUT;
import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.kaimingNormal;
import static org.initweights.Initializers.normal;
import static org.initweights.Nonlinearity.RELU;

import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.nd4j.Nd4jAdapter;
import org.initweights.nd4j.Nd4jModels;
import org.initweights.nd4j.Nd4jWeightInit;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What the page shows, as it is compiled and run. */
final class Snippets {

    private Snippets() {}

    static Parameters network(MultiLayerNetwork network, Path folder) throws IOException {
        Parameters parameters = Nd4jModels.parameters(network);
        parameters.initialize(42);
        parameters
                .withRules(rules ->
                        rules.named("*_W", kaimingNormal(FAN_OUT, RELU)).named("*_b", constant(0.1)))
                .initialize(RandomSource.seeded(42));
        parameters.save(folder.resolve("start.safetensors"));
        parameters.load(folder.resolve("start.safetensors"));
        return parameters;
    }

    static MultiLayerConfiguration configuration() {
        MultiLayerConfiguration configuration = new NeuralNetConfiguration.Builder()
                .weightInit(Nd4jWeightInit.of(kaimingNormal(FAN_OUT, RELU), RandomSource.seeded(42)))
                .list(
                        new DenseLayer.Builder().nIn(784).nOut(128).build(),
                        new OutputLayer.Builder().nIn(128).nOut(10).build())
                .build();
        return configuration;
    }

    static INDArray array() {
        INDArray table = Nd4j.create(DataType.BFLOAT16, 1000, 64);
        normal(0, 0.02).fill("table", table, new Nd4jAdapter(), TensorShape.of(1000, 64), RandomSource.seeded(42));
        return table;
    }
}
