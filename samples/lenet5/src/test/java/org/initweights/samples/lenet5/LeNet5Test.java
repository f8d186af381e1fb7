package org.initweights.samples.lenet5;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeNet5Test {

    private Parameters parameters;

    @BeforeEach
    void initialize() {
        LeNet5 model = new LeNet5();
        LeNet5Init.initWeights(model, 1);
        parameters = LeNet5Init.parameters(model);
    }

    @Test
    void countsAsThePaper() {
        assertThat(parameters.elements()).isEqualTo(61_706);
    }

    @Test
    void namesAsPyTorch() {
        assertThat(parameters)
                .extracting(Parameter::name)
                .containsExactly(
                        "conv1.weight",
                        "conv1.bias",
                        "conv2.weight",
                        "conv2.bias",
                        "fc1.weight",
                        "fc1.bias",
                        "fc2.weight",
                        "fc2.bias",
                        "fc3.weight",
                        "fc3.bias");
        assertThat(parameters.get("conv2.weight").shape().dims()).containsExactly(16, 6, 5, 5);
        assertThat(parameters.get("fc1.weight").shape().dims()).containsExactly(120, 400);
    }

    @ParameterizedTest
    @CsvSource({"conv1, 25", "conv2, 150", "fc1, 400", "fc2, 120", "fc3, 84"})
    void startsAsPyTorch(String layer, int fanIn) {
        double bound = 1 / Math.sqrt(fanIn);

        assertThat(values(layer + ".weight").map(Math::abs).max().orElseThrow())
                .isLessThanOrEqualTo(bound)
                .isCloseTo(bound, withinPercentage(10));
        assertThat(values(layer + ".bias").map(Math::abs).max().orElseThrow()).isLessThanOrEqualTo(bound);
        assertThat(values(layer + ".bias").distinct().count()).isGreaterThan(1);
    }

    @Test
    void isSavedAsSafetensors(@TempDir Path directory) throws IOException {
        Main.main(directory.toString());

        Path file = directory.resolve("lenet5.safetensors");
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            long header = Long.reverseBytes(in.readLong());
            assertThat(new String(in.readNBytes((int) header), UTF_8)).contains("\"conv1.weight\"", "\"fc3.bias\"");
            assertThat(file).hasSize(Long.BYTES + header + 61_706 * Float.BYTES);
        }
    }

    private DoubleStream values(String name) {
        Parameter parameter = parameters.get(name);
        return LongStream.range(0, parameter.elements()).mapToDouble(parameter::get);
    }
}
