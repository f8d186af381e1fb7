package org.initweights.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.kaimingNormal;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.xavierNormal;
import static org.initweights.Initializers.xavierUniform;
import static org.initweights.Initializers.zeros;

import java.nio.file.Path;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.distribution.LogNormalDistribution;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.initweights.FanMode;
import org.initweights.Layout;
import org.initweights.Nonlinearity;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.io.LoadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class Nd4jModelsTest {

    @TempDir
    private Path folder;

    /** A convolution, a batch norm, a frozen dense layer with layer norm, and an output. */
    private static MultiLayerNetwork pictures(DataType type) {
        MultiLayerConfiguration configuration = new NeuralNetConfiguration.Builder()
                .dataType(type)
                .seed(7)
                .weightInit(WeightInit.XAVIER)
                .biasInit(0.1)
                .list()
                .layer(new ConvolutionLayer.Builder(3, 3)
                        .nOut(16)
                        .weightInit(WeightInit.RELU)
                        .build())
                .layer(new BatchNormalization.Builder().gamma(0.5).build())
                .layer(new FrozenLayer(
                        new DenseLayer.Builder().nOut(20).hasLayerNorm(true).build()))
                .layer(new OutputLayer.Builder().nOut(10).build())
                .setInputType(InputType.convolutional(8, 8, 3))
                .build();
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        return network;
    }

    @Test
    void hasTheNamesOrderAndShapesOfTheNetwork() {
        MultiLayerNetwork network = pictures(DataType.FLOAT);
        Parameters parameters = Nd4jModels.parameters(network);

        assertThat(parameters.stream().map(Parameter::name))
                .containsExactlyElementsOf(network.paramTable().keySet())
                .contains("0_W", "0_b", "1_gamma", "1_beta", "1_mean", "2_W", "2_b", "2_g", "3_W", "3_b");
        parameters.forEach(parameter -> assertThat(parameter.shape().dims())
                .isEqualTo(network.getParam(parameter.name()).shape()));
        assertThat(parameters.elements()).isEqualTo(network.numParams());
    }

    @Test
    void saysWhatTheAxesMean() {
        Parameters parameters = Nd4jModels.parameters(pictures(DataType.FLOAT));

        assertThat(parameters.get("0_W").shape()).isEqualTo(TensorShape.of(16, 3, 3, 3));
        assertThat(parameters.get("3_W").shape())
                .isEqualTo(TensorShape.of(20, 10).withLayout(Layout.IN_OUT_SPATIAL));
        assertThat(parameters.get("3_W").shape().fans().fanIn()).isEqualTo(20);
    }

    @Test
    void startsAsTheLayersAreConfigured() {
        Parameters parameters = Nd4jModels.parameters(pictures(DataType.FLOAT));

        assertThat(parameters.get("0_W").initializer()).isEqualTo(kaimingNormal(FanMode.FAN_IN, Nonlinearity.RELU));
        assertThat(parameters.get("0_b").initializer()).isEqualTo(constant(0.1));
        assertThat(parameters.get("1_gamma").initializer()).isEqualTo(constant(0.5));
        assertThat(parameters.get("1_beta").initializer()).isEqualTo(zeros());
        assertThat(parameters.get("1_mean").initializer()).isEqualTo(zeros());
        assertThat(parameters.get("2_W").initializer()).isEqualTo(xavierNormal());
        assertThat(parameters.get("2_b").initializer()).isEqualTo(constant(0.1));
        assertThat(parameters.get("2_g").initializer()).isEqualTo(ones());
        assertThat(parameters.get("3_W").initializer()).isEqualTo(xavierNormal());
    }

    @Test
    void initialisesTheNetworkItself() {
        MultiLayerNetwork network = pictures(DataType.FLOAT);
        float[] expected = new float[20 * 10];
        xavierNormal()
                .fill(
                        "3_W",
                        expected,
                        TensorShape.of(20, 10).withLayout(Layout.IN_OUT_SPATIAL),
                        RandomSource.seeded(5));

        Nd4jModels.parameters(network).initialize(5);

        INDArray weight = network.getLayer(3).getParam("W");
        for (int in = 0; in < 20; in++) {
            for (int out = 0; out < 10; out++) {
                assertThat(weight.getFloat(in, out)).isEqualTo(expected[in * 10 + out]);
            }
        }
        assertThat(network.params().length()).isEqualTo(network.numParams());
        assertThat(network.output(Nd4j.ones(DataType.FLOAT, 2, 3, 8, 8))
                        .sumNumber()
                        .doubleValue())
                .isBetween(1.999, 2.001);
    }

    @Test
    void aSeededCopyIsTheSameNetwork() {
        MultiLayerNetwork one = pictures(DataType.FLOAT);
        MultiLayerNetwork other = pictures(DataType.FLOAT).clone();

        Nd4jModels.parameters(one).initialize(5);
        Nd4jModels.parameters(other).initialize(5);

        assertThat(other.params()).isEqualTo(one.params());
        assertThat(one.getParam("3_W")).isNotEqualTo(one.getParam("2_W"));
    }

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"DOUBLE", "FLOAT", "HALF"})
    void savesAndLoadsToTheBit(DataType type) throws Exception {
        MultiLayerNetwork saved = pictures(type);
        MultiLayerNetwork loaded = pictures(type);
        Parameters parameters = Nd4jModels.parameters(saved);
        parameters.initialize(11);
        loaded.params().assign(3);

        parameters.save(folder.resolve("net.safetensors"));
        Nd4jModels.parameters(loaded).load(folder.resolve("net.safetensors"));

        assertThat(saved.params().dataType()).isEqualTo(type);
        assertThat(loaded.params()).isEqualTo(saved.params());
    }

    @Test
    void loadsWeightsThatAreOutInAsPyTorchHasThem() throws Exception {
        MultiLayerNetwork network = pictures(DataType.FLOAT);
        float[] weight = new float[10 * 20];
        for (int i = 0; i < weight.length; i++) {
            weight[i] = i;
        }
        Parameters.of(p -> p.tensor("fc.weight", weight, zeros(), 10, 20)).save(folder.resolve("torch.safetensors"));

        Nd4jModels.parameters(network)
                .named("3_W")
                .load(
                        folder.resolve("torch.safetensors"),
                        LoadOptions.strict().renamed("^fc\\.weight$", "3_W").transposed("3_W"));

        for (int in = 0; in < 20; in++) {
            for (int out = 0; out < 10; out++) {
                assertThat(network.getParam("3_W").getFloat(in, out)).isEqualTo(out * 20 + in);
            }
        }
    }

    @Test
    void takesRules() {
        MultiLayerNetwork network = pictures(DataType.FLOAT);

        Nd4jModels.parameters(network)
                .withRules(rules -> rules.named("*_W", xavierUniform()).named("*_b", constant(2)))
                .initialize(RandomSource.torch(3));

        double bound = Math.sqrt(6.0 / (20 + 10));
        assertThat(network.getParam("3_W").amaxNumber().doubleValue()).isBetween(0.9 * bound, bound);
        assertThat(network.getParam("2_b").meanNumber().doubleValue()).isEqualTo(2);
    }

    @Test
    void knowsGatesOfRecurrentLayersAndTheirFans() {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .list()
                .layer(new Bidirectional(new LSTM.Builder()
                        .nOut(5)
                        .forgetGateBiasInit(2)
                        .weightInitRecurrent(WeightInit.ONES)
                        .build()))
                .layer(new RnnOutputLayer.Builder().nOut(3).build())
                .setInputType(InputType.recurrent(4))
                .build());
        network.init();
        Parameters parameters = Nd4jModels.parameters(network);

        assertThat(parameters.stream().map(Parameter::name))
                .containsExactly("0_fW", "0_fRW", "0_fb", "0_bW", "0_bRW", "0_bb", "1_W", "1_b");
        assertThat(parameters.get("0_fb").initializer()).isEqualTo(zeros().withRows(5, 10, constant(2)));
        assertThat(parameters.get("0_bRW").initializer()).isEqualTo(ones());
        assertThat(parameters.get("0_fW").fill().std()).isCloseTo(Math.sqrt(2.0 / (5 + 4 + 5)), within(1e-12));
        network.params().assign(9);
        parameters.named("*b").initialize(1);
        assertThat(network.getParam("0_fb").toFloatVector())
                .containsExactly(0, 0, 0, 0, 0, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void knowsTransposedAndDepthwiseConvolutions() {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .list()
                .layer(new Deconvolution2D.Builder(3, 3).nOut(5).build())
                .layer(new DepthwiseConvolution2D.Builder(3, 3)
                        .depthMultiplier(2)
                        .build())
                .layer(new ConvolutionLayer.Builder(3, 3).stride(2, 2).nOut(7).build())
                .layer(new OutputLayer.Builder().nOut(3).build())
                .setInputType(InputType.convolutional(12, 12, 4))
                .build());
        network.init();
        Parameters parameters = Nd4jModels.parameters(network);

        assertThat(parameters.get("0_W").shape())
                .isEqualTo(TensorShape.of(4, 5, 3, 3).withLayout(Layout.IN_OUT_SPATIAL));
        assertThat(parameters.get("1_W").shape())
                .isEqualTo(TensorShape.of(3, 3, 5, 2).withLayout(Layout.SPATIAL_IN_OUT));
        assertThat(parameters.get("2_W").shape()).isEqualTo(TensorShape.of(7, 10, 3, 3));
        assertThat(parameters.get("2_W").fill().std()).isCloseTo(Math.sqrt(2 / (10 * 9 + 7 * 9 / 4.0)), within(1e-12));
    }

    @Test
    void knowsGraphs() {
        ComputationGraphConfiguration configuration = new NeuralNetConfiguration.Builder()
                .graphBuilder()
                .addInputs("in")
                .addLayer("dense", new DenseLayer.Builder().nOut(6).build(), "in")
                .addLayer("out", new OutputLayer.Builder().nOut(2).build(), "dense")
                .setOutputs("out")
                .setInputTypes(InputType.feedForward(4))
                .build();
        ComputationGraph graph = new ComputationGraph(configuration);
        assertThatThrownBy(() -> Nd4jModels.parameters(graph))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("this ComputationGraph has no parameters yet; call its init() first");
        graph.init();
        Parameters parameters = Nd4jModels.parameters(graph);

        assertThat(parameters.stream().map(Parameter::name)).containsExactly("dense_W", "dense_b", "out_W", "out_b");
        parameters.with(constant(4)).initialize(1);
        assertThat(graph.params().meanNumber().doubleValue()).isEqualTo(4);
    }

    @Test
    void knowsOneLayer() {
        MultiLayerNetwork network = pictures(DataType.FLOAT);

        Nd4jModels.parameters(network.getLayer(3)).with(ones()).initialize(1);

        assertThat(network.getParam("3_W").meanNumber().doubleValue()).isEqualTo(1);
    }

    @Test
    void refusesANetworkWithoutParameters() {
        MultiLayerNetwork network =
                new MultiLayerNetwork(pictures(DataType.FLOAT).getLayerWiseConfigurations());

        assertThatThrownBy(() -> Nd4jModels.parameters(network))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this MultiLayerNetwork has no parameters yet; call its init() first");
    }

    @Test
    void refusesToInitialiseWhatNothingSaysHowToStart() {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .list()
                .layer(new OutputLayer.Builder()
                        .nIn(4)
                        .nOut(3)
                        .weightInit(new LogNormalDistribution(0, 1))
                        .build())
                .build());
        network.init();
        Parameters parameters = Nd4jModels.parameters(network);
        INDArray before = network.params().dup();

        assertThat(parameters.get("0_W").hasInitializer()).isFalse();
        assertThatThrownBy(() -> parameters.initialize(1))
                .hasMessageStartingWith("0_W")
                .hasMessageContaining("withRules");
        assertThat(network.params()).isEqualTo(before);
        parameters.withRules(rules -> rules.named("0_W", normal(0, 1))).initialize(1);
        assertThat(network.params()).isNotEqualTo(before);
    }

    @Test
    void doesNotDisturbTheRandomNumbersOfNd4j() {
        MultiLayerNetwork network = pictures(DataType.FLOAT);
        Nd4j.getRandom().setSeed(3);
        INDArray expected = Nd4j.rand(DataType.FLOAT, 5);
        Nd4j.getRandom().setSeed(3);

        Nd4jModels.parameters(network);

        assertThat(Nd4j.rand(DataType.FLOAT, 5)).isEqualTo(expected);
    }
}
