package org.initweights.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.distribution.ConstantDistribution;
import org.deeplearning4j.nn.conf.distribution.Distribution;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.distribution.TruncatedNormalDistribution;
import org.deeplearning4j.nn.conf.distribution.UniformDistribution;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.nn.weights.WeightInitDistribution;
import org.deeplearning4j.nn.weights.WeightInitVarScalingNormalFanIn;
import org.deeplearning4j.nn.weights.WeightInitVarScalingUniformFanAvg;
import org.initweights.Initializers;
import org.initweights.Parameter;
import org.initweights.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Compares with what Deeplearning4j itself draws, from seeds that do not change. */
class ConfiguredRuleTest {

    private static MultiLayerNetwork network(FeedForwardLayer layer) {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(12)
                .list()
                .layer(layer)
                .build());
        network.init();
        return network;
    }

    private static OutputLayer dense(IWeightInit init) {
        return new OutputLayer.Builder().nIn(600).nOut(200).weightInit(init).build();
    }

    /** The mean and the deviation of 100,000 elements and more, to four standard errors and what ND4J's own sampler lacks. */
    private static void assertLikeTheNetworks(MultiLayerNetwork network) {
        Parameter parameter = Nd4jModels.parameters(network).get("0_W");
        INDArray drawn = network.getParam("0_W");
        double std = parameter.fill().std();

        assertThat(drawn.length()).isGreaterThan(100_000);
        assertThat(drawn.stdNumber().doubleValue()).isCloseTo(std, within(0.015 * std));
        assertThat(drawn.meanNumber().doubleValue()).isCloseTo(parameter.fill().mean(), within(0.015 * std));

        double largest = drawn.subi(parameter.fill().mean()).amaxNumber().doubleValue();
        parameter.initialize(RandomSource.seeded(4));
        double ours = network.getParam("0_W")
                .sub(parameter.fill().mean())
                .amaxNumber()
                .doubleValue();
        assertThat(ours).as("the largest element, bounded or a normal's").isCloseTo(largest, within(0.2 * largest));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"DISTRIBUTION", "ZERO", "ONES", "IDENTITY"})
    void drawsFromTheDistributionOfEachWeightInit(WeightInit init) {
        assertLikeTheNetworks(network(dense(init.getWeightInitFunction())));
    }

    static Stream<IWeightInit> configured() {
        return Stream.of(
                new WeightInitVarScalingNormalFanIn(3.0),
                new WeightInitVarScalingUniformFanAvg(0.5),
                distribution(new NormalDistribution(0.5, 0.2)),
                distribution(new UniformDistribution(-1, 3)),
                distribution(new TruncatedNormalDistribution(1, 0.3)));
    }

    private static IWeightInit distribution(Distribution distribution) {
        return new WeightInitDistribution(distribution);
    }

    @ParameterizedTest
    @MethodSource("configured")
    void drawsFromScaledAndOwnDistributions(IWeightInit init) {
        assertLikeTheNetworks(network(dense(init)));
    }

    @Test
    void takesTheFansThatLayersSay() {
        for (WeightInit init :
                List.of(WeightInit.XAVIER, WeightInit.RELU_UNIFORM, WeightInit.VAR_SCALING_NORMAL_FAN_OUT)) {
            assertLikeTheNetworks(network(new ConvolutionLayer.Builder(3, 3)
                    .stride(2, 2)
                    .nIn(100)
                    .nOut(150)
                    .weightInit(init)
                    .build()));
            assertLikeTheNetworks(network(new EmbeddingLayer.Builder()
                    .nIn(1200)
                    .nOut(100)
                    .weightInit(init)
                    .build()));
        }
    }

    @Test
    void knowsConstants() {
        assertThat(initializer(WeightInit.ZERO.getWeightInitFunction())).isEqualTo(Initializers.zeros());
        assertThat(initializer(WeightInit.ONES.getWeightInitFunction())).isEqualTo(Initializers.ones());
        assertThat(initializer(distribution(new ConstantDistribution(0.3)))).isEqualTo(Initializers.constant(0.3));
    }

    private static Object initializer(IWeightInit init) {
        return Nd4jModels.parameters(network(dense(init))).get("0_W").initializer();
    }
}
