package org.initweights.samples.unet;

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

class UNetTest {

    /**
     * With 64 features, a normalisation has 2 · 64 = 128 elements and a block 9 · 64 + 64² + 2 · 128 = 4,928.
     *
     * <pre>
     * stem     3 · 3² · 64 + 128                                      1,856
     * encoder  4 · 4,928                                             19,712
     * bottom                                                          4,928
     * decoder  4 · (64 · 32 · 2² + 32 + 96 · 64 + 128 + 4,928)       77,696
     * head     64 · 21 + 21                                           1,365
     * </pre>
     */
    private static final long ELEMENTS = 1_856 + 19_712 + 4_928 + 77_696 + 1_365;

    private Parameters parameters;

    @BeforeEach
    void initialize() {
        UNet model = new UNet();
        UNetInit.initWeights(model, 1);
        parameters = UNetInit.parameters(model);
    }

    @Test
    void countsAsDerived() {
        assertThat(parameters.elements()).isEqualTo(ELEMENTS).isEqualTo(105_557);
    }

    @Test
    void namesInTheOrderOfDeclaration() {
        assertThat(parameters)
                .extracting(Parameter::name)
                .startsWith("stem.conv", "stem.norm.weight", "stem.norm.bias", "encoder.0.depthwise")
                .contains("bottom.pointwise", "decoder.3.transposed", "decoder.3.block.norm2.bias")
                .endsWith("head.weight", "head.bias");
        assertThat(parameters.get("encoder.0.depthwise").shape().dims()).containsExactly(64, 1, 3, 3);
        assertThat(parameters.get("decoder.0.transposed").shape().dims()).containsExactly(64, 32, 2, 2);
    }

    @Test
    void countsTheFanOfADepthwiseConvolutionInOneGroup() {
        assertThat(rms("encoder.0.depthwise")).isCloseTo(Math.sqrt(2.0 / 9), withinPercentage(10));
        assertThat(rms("decoder.3.block.depthwise")).isCloseTo(Math.sqrt(2.0 / 9), withinPercentage(10));
    }

    @Test
    void countsTheFanOfATransposedConvolutionByItsInputs() {
        assertThat(rms("decoder.0.transposed")).isCloseTo(1 / Math.sqrt(64 * 4), withinPercentage(5));
        assertThat(rms("decoder.0.transposedBias")).isZero();
    }

    @Test
    void countsTheFanOfOtherConvolutionsAsPyTorchDoes() {
        assertThat(rms("stem.conv")).isCloseTo(Math.sqrt(2.0 / (64 * 9)), withinPercentage(10));
        assertThat(rms("bottom.pointwise")).isCloseTo(Math.sqrt(2.0 / 64), withinPercentage(5));
        assertThat(rms("decoder.0.merge")).isCloseTo(Math.sqrt(2.0 / 64), withinPercentage(5));
        assertThat(rms("head.weight")).isCloseTo(1 / Math.sqrt(3 * 64), withinPercentage(10));
    }

    @Test
    void isSavedAsSafetensors(@TempDir Path directory) throws IOException {
        Main.main(directory.toString());

        Path file = directory.resolve("unet.safetensors");
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            long header = Long.reverseBytes(in.readLong());
            assertThat(new String(in.readNBytes((int) header), UTF_8)).contains("\"encoder.0.depthwise\"");
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
