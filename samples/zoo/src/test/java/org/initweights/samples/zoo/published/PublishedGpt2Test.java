package org.initweights.samples.zoo.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.io.LoadOptions;
import org.initweights.io.LoadReport;
import org.initweights.samples.gpt2.Gpt2;
import org.initweights.samples.gpt2.Gpt2Init;
import org.initweights.samples.zoo.published.PublishedFile.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** GPT-2 as its projects lay it out: with and without a prefix, causal masks, the tied output layer, transposed matrices. */
class PublishedGpt2Test {

    private static final int LAYERS = 12;
    private static final int WIDTH = 768;

    @TempDir
    private Path folder;

    private final PublishedFile published = new PublishedFile();
    private Type type = Type.F32;

    /** {@code openai-community/gpt2} is a {@code GPT2Model}: without its prefix, and without output layer. */
    @Test
    void ofTheHubLoads() throws IOException {
        table("wte", 50_257);
        table("wpe", 1024);
        blocks("h.", false);
        normalization("ln_f");
        Parameters parameters = Gpt2Init.parameters(new Gpt2());

        LoadReport report = parameters.load(
                written(), LoadOptions.strict().withPrefix("transformer.").ignoring("**.attn.bias"));

        assertThat(report.loaded()).hasSize(148);
        assertThat(report.ignored()).hasSize(LAYERS).contains("h.11.attn.bias");
        for (Parameter parameter : parameters) {
            assertHolds(parameter, parameter.name().substring("transformer.".length()), false);
        }
    }

    /** {@code GPT2LMHeadModel.state_dict()} of older versions, in half precision: masks and their value in each layer, both names of the embedding. */
    @Test
    void withItsOutputLayerLoads() throws IOException {
        type = Type.F16;
        table("lm_head", 50_257);
        table("transformer.wpe", 1024);
        blocks("transformer.h.", false);
        for (int layer = 0; layer < LAYERS; layer++) {
            published.with("transformer.h." + layer + ".attn.masked_bias", type);
        }
        normalization("transformer.ln_f");
        Parameters parameters = Gpt2Init.parameters(new Gpt2());

        LoadReport report = parameters.load(
                written(),
                LoadOptions.strict().converted().ignoring("**.attn.bias").ignoring("masked_bias"));

        assertThat(report.loaded()).hasSize(148);
        assertThat(report.ignored()).hasSize(2 * LAYERS);
        for (Parameter parameter : parameters) {
            boolean isTied = parameter.name().equals("transformer.wte.weight");
            assertHolds(parameter, isTied ? "lm_head.weight" : parameter.name(), false);
        }
    }

    /** nanoGPT's compiled model has {@code nn.Linear}s, which are transposed here, and bfloat16. */
    @Test
    void ofNanoGptLoads() throws IOException {
        type = Type.BF16;
        table("_orig_mod.transformer.wte", 50_257);
        table("_orig_mod.transformer.wpe", 1024);
        blocks("_orig_mod.transformer.h.", true);
        normalization("_orig_mod.transformer.ln_f");
        Parameters parameters = Gpt2Init.parameters(new Gpt2());

        LoadReport report = parameters.load(
                written(),
                LoadOptions.strict()
                        .withoutPrefix("_orig_mod.")
                        .transposed("**.attn.*.weight")
                        .transposed("**.mlp.*.weight")
                        .ignoring("**.attn.bias")
                        .converted());

        assertThat(report.tensors())
                .filteredOn(tensor -> !tensor.axes().isEmpty())
                .hasSize(4 * LAYERS);
        for (Parameter parameter : parameters) {
            boolean isMatrix = parameter.name().matches(".*\\.(attn|mlp)\\..*\\.weight");
            assertHolds(parameter, "_orig_mod." + parameter.name(), isMatrix);
        }
    }

    private static void assertHolds(Parameter parameter, String name, boolean isTransposed) {
        long difference = isTransposed
                ? PublishedFile.firstDifferenceTransposed(parameter, name)
                : PublishedFile.firstDifference(parameter, name);
        assertThat(difference).as(name).isEqualTo(-1);
    }

    private Path written() throws IOException {
        Path file = folder.resolve("model.safetensors");
        published.write(file);
        return file;
    }

    private void table(String name, int rows) {
        published.with(name + ".weight", type, rows, WIDTH);
    }

    private void blocks(String prefix, boolean isTransposed) {
        for (int layer = 0; layer < LAYERS; layer++) {
            String at = prefix + layer + ".";
            normalization(at + "ln_1");
            published.with(at + "attn.bias", Type.U8, 1, 1, 1024, 1024);
            linear(at + "attn.c_attn", WIDTH, 3 * WIDTH, isTransposed);
            linear(at + "attn.c_proj", WIDTH, WIDTH, isTransposed);
            normalization(at + "ln_2");
            linear(at + "mlp.c_fc", WIDTH, 4 * WIDTH, isTransposed);
            linear(at + "mlp.c_proj", 4 * WIDTH, WIDTH, isTransposed);
        }
    }

    private void linear(String name, int in, int out, boolean isTransposed) {
        published
                .with(name + ".weight", type, isTransposed ? out : in, isTransposed ? in : out)
                .with(name + ".bias", type, out);
    }

    private void normalization(String name) {
        published.with(name + ".weight", type, WIDTH).with(name + ".bias", type, WIDTH);
    }
}
