package org.initweights.samples.resnet50;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResNet50Test {

    private static final long ELEMENTS = 25_557_032;

    @Test
    void countsAsTorchvision() {
        assertThat(ResNet50Init.parameters(new ResNet50()).elements()).isEqualTo(ELEMENTS);
        assertThat(ZeroResNet50Init.parameters(new ZeroResNet50()).elements()).isEqualTo(ELEMENTS);
    }

    @Test
    void namesAsTorchvision() {
        Parameters parameters = ResNet50Init.parameters(new ResNet50());

        assertThat(parameters)
                .hasSize(161)
                .extracting(Parameter::name)
                .startsWith("conv1.weight", "bn1.weight", "bn1.bias", "layer1.0.conv1.weight", "layer1.0.bn1.weight")
                .contains("layer3.5.conv2.weight", "layer4.2.bn3.bias")
                .endsWith("fc.weight", "fc.bias");
        assertThat(parameters.get("conv1.weight").shape().dims()).containsExactly(64, 3, 7, 7);
        assertThat(parameters.get("layer4.0.conv1.weight").shape().dims()).containsExactly(512, 1024, 1, 1);
        assertThat(parameters.get("fc.weight").shape().dims()).containsExactly(1000, 2048);
    }

    @Test
    void projectsTheShortcutOfTheFirstBlockOfAStage() {
        Parameters parameters = ResNet50Init.parameters(new ResNet50());

        assertThat(parameters)
                .extracting(Parameter::name)
                .filteredOn(name -> name.endsWith("downsample.0.weight"))
                .containsExactly(
                        "layer1.0.downsample.0.weight",
                        "layer2.0.downsample.0.weight",
                        "layer3.0.downsample.0.weight",
                        "layer4.0.downsample.0.weight");
    }

    @Test
    void startsAsTorchvision() {
        ResNet50 model = new ResNet50();
        ResNet50Init.initWeights(model, 1);
        Parameters parameters = ResNet50Init.parameters(model);

        assertThat(rms(parameters.get("conv1.weight"))).isCloseTo(Math.sqrt(2.0 / (64 * 49)), withinPercentage(3));
        assertThat(rms(parameters.get("layer4.2.conv2.weight")))
                .isCloseTo(Math.sqrt(2.0 / (512 * 9)), withinPercentage(1));
        assertThat(rms(parameters.get("fc.weight"))).isCloseTo(1 / Math.sqrt(3 * 2048), withinPercentage(1));
        assertThat(model.bn1.weight).containsOnly(1);
        assertThat(model.bn1.bias).containsOnly(0);
    }

    @Test
    void startsResidualBranchesAsTheChosenModelSays() {
        ResNet50 model = new ResNet50();
        ResNet50Init.initWeights(model, 1);
        ZeroResNet50 zero = new ZeroResNet50();
        ZeroResNet50Init.initWeights(zero, 1);

        assertThat(model.layer2.get(1).bn3.weight).containsOnly(1);
        assertThat(zero.layer2.get(1).bn3.weight).containsOnly(0);
        assertThat(zero.layer2.get(1).bn2.weight).containsOnly(1);
        assertThat(zero.layer2.get(1).conv3.weight).isEqualTo(model.layer2.get(1).conv3.weight);
    }

    @Test
    void isSavedAsSafetensors(@TempDir Path directory) throws IOException {
        Main.main(directory.toString(), "zero");

        Path file = directory.resolve("resnet50.safetensors");
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            long header = Long.reverseBytes(in.readLong());
            assertThat(new String(in.readNBytes((int) header), UTF_8)).contains("\"layer1.0.conv1.weight\"");
            assertThat(file).hasSize(Long.BYTES + header + ELEMENTS * Float.BYTES);
        }
    }

    /** The root of the mean square: the standard deviation, as the mean is zero. */
    private static double rms(Parameter parameter) {
        DoubleStream values = LongStream.range(0, parameter.elements()).mapToDouble(parameter::get);
        return Math.sqrt(values.map(value -> value * value).average().orElseThrow());
    }
}
