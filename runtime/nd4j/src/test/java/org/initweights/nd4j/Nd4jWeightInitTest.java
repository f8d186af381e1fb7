package org.initweights.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.initweights.Initializers.kaimingNormal;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.orthogonal;
import static org.initweights.Initializers.xavierUniform;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.initweights.FanMode;
import org.initweights.Initializer;
import org.initweights.JaxKey;
import org.initweights.Layout;
import org.initweights.Nonlinearity;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class Nd4jWeightInitTest {

    private static final Initializer KAIMING = kaimingNormal(FanMode.FAN_OUT, Nonlinearity.RELU);

    @TempDir
    private Path folder;

    private static MultiLayerConfiguration equalLayers(IWeightInit init) {
        return new NeuralNetConfiguration.Builder()
                .weightInit(init)
                .list()
                .layer(new DenseLayer.Builder().nIn(30).nOut(30).build())
                .layer(new DenseLayer.Builder().nIn(30).nOut(30).build())
                .layer(new OutputLayer.Builder().nIn(30).nOut(5).build())
                .build();
    }

    private static MultiLayerNetwork initialised(MultiLayerConfiguration configuration) {
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        return network;
    }

    @Test
    void drawsLayerAfterLayerAndEqualLayersDifferently() {
        MultiLayerNetwork network =
                initialised(equalLayers(Nd4jWeightInit.of(xavierUniform(), RandomSource.sequence(8))));
        RandomSource random = RandomSource.sequence(8);

        for (int layer = 0; layer < 2; layer++) {
            float[] expected = new float[900];
            xavierUniform().fill(expected, TensorShape.of(30, 30).withLayout(Layout.IN_OUT_SPATIAL), random);
            INDArray weight = network.getLayer(layer).getParam("W");
            for (int i = 0; i < 900; i++) {
                assertThat(weight.getFloat(i / 30, i % 30)).isEqualTo(expected[i]);
            }
        }
        assertThat(network.getParam("0_W")).isNotEqualTo(network.getParam("1_W"));
        assertThat(network.getParam("0_b").sumNumber().doubleValue()).isZero();
    }

    @Test
    void countsFansFromMatricesThatAreInOut() {
        MultiLayerNetwork network = initialised(new NeuralNetConfiguration.Builder()
                .weightInit(Nd4jWeightInit.of(kaimingNormal(), RandomSource.sequence(1)))
                .list()
                .layer(new DenseLayer.Builder().nIn(1000).nOut(50).build())
                .layer(new OutputLayer.Builder().nIn(50).nOut(5).build())
                .build());

        assertThat(network.getParam("0_W").stdNumber().doubleValue()).isCloseTo(Math.sqrt(2.0 / 1000), within(0.001));
    }

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"DOUBLE", "FLOAT", "HALF"})
    void drawsConvolutionsInTheTypeOfTheNetwork(DataType type) {
        MultiLayerNetwork network = initialised(new NeuralNetConfiguration.Builder()
                .dataType(type)
                .weightInit(Nd4jWeightInit.of(KAIMING, RandomSource.sequence(1)))
                .list()
                .layer(new ConvolutionLayer.Builder(5, 5).nOut(40).build())
                .layer(new OutputLayer.Builder().nOut(5).build())
                .setInputType(InputType.convolutional(9, 9, 20))
                .build());

        INDArray weight = network.getParam("0_W");
        assertThat(weight.dataType()).isEqualTo(type);
        assertThat(weight.castTo(DataType.DOUBLE).stdNumber().doubleValue())
                .isCloseTo(Math.sqrt(2.0 / (40 * 25)), within(0.001));
    }

    @Test
    void drawsMatricesThatAreOrthogonal() {
        INDArray flat = Nd4j.create(DataType.DOUBLE, 20 * 30);

        INDArray weight =
                Nd4jWeightInit.of(orthogonal(), RandomSource.sequence(3)).init(20, 30, new long[] {20, 30}, 'f', flat);

        assertThat(weight.mmul(weight.transpose())
                        .sub(Nd4j.eye(20).castTo(DataType.DOUBLE))
                        .amaxNumber()
                        .doubleValue())
                .isLessThan(1e-12);
        weight.putScalar(1, 0, 77);
        assertThat(flat.getDouble(1))
                .as("the weight is a view of the flat vector")
                .isEqualTo(77);
    }

    @Test
    void isWrittenAndReadAsJsonWithTheConfiguration() {
        for (RandomSource source :
                List.of(RandomSource.seeded(-5), RandomSource.jax(3), RandomSource.jax(JaxKey.of64(-2)))) {
            MultiLayerConfiguration configuration = equalLayers(Nd4jWeightInit.of(KAIMING, source));

            MultiLayerConfiguration read = MultiLayerConfiguration.fromJson(configuration.toJson());

            assertThat(read).isEqualTo(configuration);
            MultiLayerNetwork network = initialised(read);
            assertThat(network.params()).isEqualTo(initialised(configuration).params());
            assertThat(network.getParam("0_W")).isNotEqualTo(network.getParam("1_W"));
            network.init();
            assertThat(network.params()).isEqualTo(initialised(configuration).params());
        }
    }

    @Test
    void namesWeightsBySourcesThatGoByNamesByTheirPlace() {
        MultiLayerNetwork network = initialised(equalLayers(Nd4jWeightInit.of(normal(), RandomSource.seeded(6))));
        float[] expected = new float[900];
        normal().fill("weight_at_" + (30 * 30 + 30), expected, TensorShape.of(30, 30), RandomSource.seeded(6));

        assertThat(network.getParam("1_W").getFloat(2, 3)).isEqualTo(expected[2 * 30 + 3]);
    }

    @Test
    void refusesToBeginASourceThatGoesOnAnewInEachLayer() {
        MultiLayerConfiguration read = MultiLayerConfiguration.fromJson(
                equalLayers(Nd4jWeightInit.of(KAIMING, RandomSource.torch(42))).toJson());

        assertThatThrownBy(() -> initialised(read))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(
                        "its source was RandomSource.torch(42, AVX2, CURRENT), which would begin anew in each layer")
                .hasMessageContaining("use RandomSource.seeded(seed)");
    }

    @Test
    void isWrittenAndReadByJavasSerialization() throws Exception {
        Nd4jWeightInit init = Nd4jWeightInit.of(KAIMING, RandomSource.seeded(42));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream stream = new ObjectOutputStream(bytes)) {
            stream.writeObject(init);
        }
        try (ObjectInputStream stream = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(stream.readObject())
                    .isEqualTo(init)
                    .hasSameHashCodeAs(init)
                    .hasToString(init.toString());
        }
    }

    @Test
    void aNetworkIsSavedRestoredAndCloned() throws Exception {
        MultiLayerNetwork network = initialised(equalLayers(Nd4jWeightInit.of(KAIMING, RandomSource.sequence(2))));
        File file = folder.resolve("network.zip").toFile();

        network.save(file);

        assertThat(MultiLayerNetwork.load(file, true).params()).isEqualTo(network.params());
        MultiLayerNetwork clone = network.clone();
        assertThat(clone.params()).isEqualTo(network.params());
        clone.params().assign(0);
        assertThat(network.params().sumNumber().doubleValue()).isNotZero();
        clone.init(null, false);
        assertThat(clone.output(Nd4j.ones(DataType.FLOAT, 2, 30)).rows()).isEqualTo(2);
    }

    @Test
    void isWhatTheParametersOfTheNetworkStartAs() {
        MultiLayerNetwork network = initialised(equalLayers(Nd4jWeightInit.of(KAIMING, RandomSource.sequence(2))));

        assertThat(Nd4jModels.parameters(network).get("1_W").initializer()).isEqualTo(KAIMING);
    }

    @Test
    void listingParametersDrawsNothing() {
        Nd4jWeightInit init = Nd4jWeightInit.of(normal(), RandomSource.sequence(2));
        MultiLayerNetwork network = initialised(equalLayers(init));
        Nd4jModels.parameters(network);
        float[] expected = new float[4];
        RandomSource other = RandomSource.sequence(2);
        for (int drawn = 0; drawn < 4; drawn++) {
            normal().fill(expected, TensorShape.of(4), other);
        }

        assertThat(init.init(4, 1, new long[] {4}, 'c', Nd4j.create(DataType.FLOAT, 4))
                        .toFloatVector())
                .isEqualTo(expected);
    }

    @Test
    void savesANetworkWhoseInitializerIsCodeAndRefusesToDrawAgain() throws Exception {
        Initializer own = shape -> ones().resolve(shape);
        MultiLayerNetwork network = initialised(equalLayers(Nd4jWeightInit.of(own, RandomSource.seeded(1))));
        assertThat(network.getParam("1_W").meanNumber().doubleValue()).isEqualTo(1);
        File file = folder.resolve("network.zip").toFile();

        network.save(file);

        MultiLayerNetwork loaded = MultiLayerNetwork.load(file, true);
        assertThat(loaded.params()).isEqualTo(network.params());
        assertThat(Nd4jModels.parameters(loaded).get("0_W").hasInitializer()).isFalse();
        assertThatThrownBy(() -> initialised(loaded.getLayerWiseConfigurations()))
                .hasMessageContaining(
                        "its initializer was code of " + own.getClass().getName())
                .hasMessageContaining("build it out of Initializers")
                .hasMessageContaining("Nd4jModels.parameters(network)");
    }

    @Test
    void refusesTextThatSaysNoInitializer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nd4jWeightInit.read("{\"type\":\"magic\"}", "RandomSource.seeded(1)"))
                .withMessageContaining("magic");
    }

    @Test
    void refusesAShapeThatDoesNotFit() {
        INDArray flat = Nd4j.create(DataType.FLOAT, 8);

        assertThatThrownBy(() -> Nd4jWeightInit.of(kaimingNormal(), RandomSource.sequence(1))
                        .init(8, 1, new long[] {8}, 'f', flat))
                .hasMessageContaining("kaimingNormal needs a fan, and [8] has one dimension");
        assertThat(flat.sumNumber().doubleValue()).isZero();
    }
}
