package org.initweights.samples.zoo.t5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.normal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.initweights.Weights;
import org.initweights.io.LoadOptions;
import org.initweights.io.LoadReport;
import org.initweights.io.MismatchException;
import org.initweights.io.Npz;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A checkpoint as Hugging Face's {@code T5ForConditionalGeneration} lays it out: the embedding under any of its four names. */
class HuggingFaceT5Test {

    private static final Config CONFIG = new Config(40, 6, 10, 2, 2, 4, 8);
    private static final List<String> TIED =
            List.of("shared.weight", "encoder.embed_tokens.weight", "decoder.embed_tokens.weight", "lm_head.weight");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shared.weight",
                "encoder.embed_tokens.weight",
                "decoder.embed_tokens.weight",
                "lm_head.weight",
            })
    void loadsUnderEachNameOfTheEmbedding(String name) throws IOException {
        Path file = folder.resolve("t5.safetensors");
        Parameters theirs = tensors(List.of(name), 1);
        theirs.save(file);
        T5 model = new T5(CONFIG);
        Parameters ours = T5Init.parameters(model);

        LoadReport report = ours.load(file);

        assertThat(report.loaded()).hasSize((int) theirs.stream().count());
        assertThat(ours.get("shared.weight").get(7)).isEqualTo(theirs.get(name).get(7));
        String last = "decoder.block.1.layer.2.DenseReluDense.wo.weight";
        assertThat(ours.get(last).get(3)).isEqualTo(theirs.get(last).get(3));
    }

    @Test
    void loadsWithAllFourNamesIfTheyAreEqual() throws IOException {
        Path file = folder.resolve("t5.npz");
        Parameters once = tensors(List.of("shared.weight"), 1);
        Parameters all = tensors(TIED, 1);
        for (String name : TIED) {
            all.get(name).with(constant(0.5)).initialize(RandomSource.seeded(1));
        }
        Npz.write(all, file);
        assertThat(T5Init.parameters(new T5(CONFIG))
                        .load(file, LoadOptions.strict())
                        .loaded())
                .hasSameSizeAs(once.stream().toList());

        Path differ = folder.resolve("differ.npz");
        Npz.write(tensors(TIED, 1), differ);
        assertThatExceptionOfType(MismatchException.class)
                .isThrownBy(() -> T5Init.parameters(new T5(CONFIG)).load(differ, LoadOptions.strict()))
                .withMessageContaining("lm_head.weight: other elements than shared.weight");
    }

    private static Parameters tensors(List<String> embeddings, long seed) {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        embeddings.forEach(name -> shapes.put(name, new long[] {40, 6}));
        for (String stack : List.of("encoder", "decoder")) {
            for (int block = 0; block < 2; block++) {
                List<String> layers = new ArrayList<>(List.of("SelfAttention"));
                if (stack.equals("decoder")) {
                    layers.add("EncDecAttention");
                }
                String at = stack + ".block." + block + ".layer.";
                for (int layer = 0; layer < layers.size(); layer++) {
                    String attention = at + layer + "." + layers.get(layer);
                    for (String matrix : List.of("q", "k", "v")) {
                        shapes.put(attention + "." + matrix + ".weight", new long[] {8, 6});
                    }
                    shapes.put(attention + ".o.weight", new long[] {6, 8});
                    if (block == 0 && layer == 0) {
                        shapes.put(attention + ".relative_attention_bias.weight", new long[] {8, 2});
                    }
                    shapes.put(at + layer + ".layer_norm.weight", new long[] {6});
                }
                String feedForward = at + layers.size();
                shapes.put(feedForward + ".DenseReluDense.wi.weight", new long[] {10, 6});
                shapes.put(feedForward + ".DenseReluDense.wo.weight", new long[] {6, 10});
                shapes.put(feedForward + ".layer_norm.weight", new long[] {6});
            }
            shapes.put(stack + ".final_layer_norm.weight", new long[] {6});
        }
        return Weights.of(w -> shapes.forEach((name, dims) -> w.tensor(name, normal(0, 1), dims)))
                .initialize(seed)
                .parameters();
    }
}
