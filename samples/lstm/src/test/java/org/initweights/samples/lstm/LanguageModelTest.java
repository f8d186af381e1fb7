package org.initweights.samples.lstm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageModelTest {

    private static final int WORDS = 10_000;
    private static final int HIDDEN = 200;

    /** Embedding; two layers of four gates, each with weights for its input and its state, and two biases; decoder. */
    private static final long ELEMENTS =
            WORDS * HIDDEN + 2 * 4 * (2 * HIDDEN * HIDDEN + 2 * HIDDEN) + WORDS * HIDDEN + WORDS;

    private final LanguageModel model = new LanguageModel(WORDS, HIDDEN);
    private Parameters parameters;

    @BeforeEach
    void initialize() {
        LanguageModelInit.initWeights(model, 1);
        parameters = LanguageModelInit.parameters(model);
    }

    @Test
    void countsAsItsFormula() {
        assertThat(parameters.elements()).isEqualTo(ELEMENTS).isEqualTo(4_653_200);
    }

    @Test
    void namesAsPyTorch() {
        assertThat(parameters)
                .extracting(Parameter::name)
                .containsExactly(
                        "encoder.weight",
                        "rnn.weight_ih_l0",
                        "rnn.weight_hh_l0",
                        "rnn.bias_ih_l0",
                        "rnn.bias_hh_l0",
                        "rnn.weight_ih_l1",
                        "rnn.weight_hh_l1",
                        "rnn.bias_ih_l1",
                        "rnn.bias_hh_l1",
                        "decoder.weight",
                        "decoder.bias");
        assertThat(parameters.get("rnn.weight_ih_l0").shape().dims()).containsExactly(4 * HIDDEN, HIDDEN);
    }

    @Test
    void startsAsPyTorch() {
        double std = 1 / Math.sqrt(3 * HIDDEN);

        assertThat(rms("encoder.weight")).isCloseTo(1, withinPercentage(1));
        assertThat(rms("rnn.weight_ih_l0")).isCloseTo(std, withinPercentage(1));
        assertThat(rms("rnn.weight_hh_l1")).isCloseTo(std, withinPercentage(1));
        assertThat(rms("rnn.bias_hh_l0")).isCloseTo(std, withinPercentage(10));
        assertThat(rms("decoder.weight")).isCloseTo(std, withinPercentage(1));
    }

    @Test
    void opensTheForgetGates() {
        for (float[] bias : new float[][] {model.rnn.bias_ih_l0, model.rnn.bias_ih_l1}) {
            assertThat(Arrays.copyOfRange(bias, HIDDEN, 2 * HIDDEN)).containsOnly(1);
            assertThat(Arrays.copyOfRange(bias, 0, HIDDEN)).doesNotContain(1);
            assertThat(Arrays.copyOfRange(bias, 2 * HIDDEN, 4 * HIDDEN)).doesNotContain(1);
        }
        assertThat(model.rnn.bias_hh_l0).doesNotContain(1);
        assertThat(model.rnn.bias_hh_l1).doesNotContain(1);
    }

    @Test
    void isSavedAsSafetensors(@TempDir Path directory) throws IOException {
        Main.main(directory.toString());

        Path file = directory.resolve("lstm.safetensors");
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            long header = Long.reverseBytes(in.readLong());
            assertThat(new String(in.readNBytes((int) header), UTF_8)).contains("\"rnn.weight_ih_l0\"");
            assertThat(file).hasSize(Long.BYTES + header + ELEMENTS * Float.BYTES);
        }
    }

    /** The root of the mean square: the standard deviation, as the mean is zero. */
    private double rms(String name) {
        Parameter parameter = parameters.get(name);
        DoubleStream values = LongStream.range(0, parameter.elements()).mapToDouble(parameter::get);
        return Math.sqrt(values.map(value -> value * value).average().orElseThrow());
    }
}
