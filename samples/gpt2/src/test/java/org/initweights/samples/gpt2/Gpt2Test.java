package org.initweights.samples.gpt2;

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
import org.initweights.io.Safetensors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Gpt2Test {

    /** Half a gigabyte: made once. */
    private static Gpt2 model;

    private static Parameters parameters;

    @BeforeAll
    static void initialize() {
        model = new Gpt2();
        Gpt2Init.initWeights(model, 1);
        parameters = Gpt2Init.parameters(model);
    }

    @AfterAll
    static void free() {
        model = null;
        parameters = null;
    }

    @Test
    void countsAsTheCheckpoint() {
        assertThat(parameters.elements()).isEqualTo(124_439_808);
    }

    @Test
    void namesAsTheCheckpoint() {
        assertThat(parameters)
                .hasSize(2 + 12 * 12 + 2)
                .extracting(Parameter::name)
                .startsWith(
                        "transformer.wte.weight",
                        "transformer.wpe.weight",
                        "transformer.h.0.ln_1.weight",
                        "transformer.h.0.ln_1.bias",
                        "transformer.h.0.attn.c_attn.weight",
                        "transformer.h.0.attn.c_attn.bias",
                        "transformer.h.0.attn.c_proj.weight",
                        "transformer.h.0.attn.c_proj.bias",
                        "transformer.h.0.ln_2.weight",
                        "transformer.h.0.ln_2.bias",
                        "transformer.h.0.mlp.c_fc.weight")
                .endsWith("transformer.ln_f.weight", "transformer.ln_f.bias");
        assertThat(parameters.get("transformer.wte.weight").shape().dims()).containsExactly(50_257, 768);
        assertThat(parameters.get("transformer.h.11.attn.c_attn.weight").shape().dims())
                .containsExactly(768, 2304);
        assertThat(parameters.get("transformer.h.11.mlp.c_proj.weight").shape().dims())
                .containsExactly(3072, 768);
    }

    @Test
    void tiesTheOutputLayerToTheTokenEmbedding() {
        assertThat(parameters.get("transformer.wte.weight").names())
                .containsExactly("transformer.wte.weight", "lm_head.weight");
        assertThat(parameters)
                .extracting(Parameter::elements)
                .filteredOn(elements -> elements == model.lm_head.weight.length)
                .hasSize(1);
    }

    @Test
    void startsFromNormalsOfTwoHundredths() {
        assertThat(rms("transformer.wte.weight")).isCloseTo(0.02, withinPercentage(1));
        assertThat(rms("transformer.h.0.attn.c_attn.weight")).isCloseTo(0.02, withinPercentage(1));
        assertThat(rms("transformer.h.5.mlp.c_fc.weight")).isCloseTo(0.02, withinPercentage(1));
        assertThat(rms("transformer.h.5.mlp.c_fc.bias")).isZero();
        assertThat(model.transformer.ln_f.weight).containsOnly(1);
        assertThat(model.transformer.ln_f.bias).containsOnly(0);
    }

    @Test
    void startsResidualProjectionsSmaller() {
        double std = 0.02 / Math.sqrt(24);

        assertThat(rms("transformer.h.0.attn.c_proj.weight")).isCloseTo(std, withinPercentage(1));
        assertThat(rms("transformer.h.11.mlp.c_proj.weight")).isCloseTo(std, withinPercentage(1));
        assertThat(rms("transformer.h.11.mlp.c_proj.bias")).isZero();
    }

    @Test
    void savesOneBlockAsSafetensors(@TempDir Path directory) throws IOException {
        Parameters block = BlockInit.parameters(model.transformer.h.get(0));
        Path file = directory.resolve("block.safetensors");

        Safetensors.write(block, file);

        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            long header = Long.reverseBytes(in.readLong());
            assertThat(new String(in.readNBytes((int) header), UTF_8)).contains("\"attn.c_attn.weight\"");
            assertThat(file).hasSize(Long.BYTES + header + block.elements() * Float.BYTES);
        }
    }

    /** The root of the mean square: the standard deviation, as the mean is zero. */
    private static double rms(String name) {
        Parameter parameter = parameters.get(name);
        DoubleStream values = LongStream.range(0, parameter.elements()).mapToDouble(parameter::get);
        return Math.sqrt(values.map(value -> value * value).average().orElseThrow());
    }
}
