package org.initweights.samples.zoo.llama;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.initweights.Parameter;
import org.initweights.RandomSource;
import org.initweights.samples.zoo.reference.ChildJvm;
import org.initweights.samples.zoo.reference.Law;
import org.initweights.samples.zoo.reference.ObjectGraph;
import org.initweights.samples.zoo.reference.ReferenceTable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against {@code Transformer.init_weights} in {@code models/llama3/model} of pytorch/torchtitan, with {@code depth_init}. */
class LlamaTest {

    private static ReferenceTable reference(int layers) {
        ReferenceTable table = new ReferenceTable()
                .row("tok_embeddings.weight", Law.normal(1), "normal_(tok_embeddings.weight)")
                .row(
                        "layers.#.attention.w[qkv].weight",
                        Law.normal(0.02),
                        "Attention: wq, wk, wv, trunc_normal_(std=0.02), which is cut at 100 deviations")
                .row("layers.#.feed_forward.w1.weight", Law.normal(0.02), "FeedForward: w1, trunc_normal_(std=0.02)")
                .row("*norm.weight", Law.ones(), "nn.RMSNorm.reset_parameters")
                .row(
                        "output.weight",
                        dims -> Law.truncatedAtThree(Math.pow(dims[1], -0.5)),
                        "trunc_normal_(output.weight, std=dim ** -0.5), cut at 3 deviations");
        for (int layer = 0; layer < layers; layer++) {
            table.row(
                    "layers." + layer + ".(attention.wo|feed_forward.w[23]).weight",
                    Law.normal(0.02 / Math.sqrt(2 * (layer + 1))),
                    "wo, w2, w3: weight_init_std = 0.02 / (2 * (layer_id + 1)) ** 0.5");
        }
        return table;
    }

    @Test
    void countsAsPublished() {
        assertThat(LlamaInit.plan(Llama.of7B()).parameters().elements()).isEqualTo(6_738_415_616L);
    }

    @Test
    void startsEveryParameterAsTheReference() {
        reference(32).describes(LlamaInit.plan(Llama.of7B()).parameters());
    }

    @Test
    void drawsWhatItSays() {
        Llama model = small();
        LlamaInit.initWeights(model, 1);

        reference(5).describesValuesOf(LlamaInit.parameters(model));
    }

    @Test
    void leavesNothingOut() {
        Llama model = small();
        LlamaInit.initWeights(model, 1);

        assertThat(LlamaInit.parameters(model))
                .extracting(Parameter::name)
                .containsExactlyElementsOf(ObjectGraph.tensorsOf(model));
    }

    @Test
    void writesFilesAsIfItHadBeenBuilt(@TempDir Path folder) throws IOException {
        Path planned = folder.resolve("planned.safetensors");
        Path saved = folder.resolve("saved.safetensors");
        Llama model = small();

        LlamaInit.plan(model).initialize(planned, RandomSource.seeded(1));
        LlamaInit.initWeights(model, 1);
        LlamaInit.parameters(model).save(saved);

        assertThat(planned).hasSameBinaryContentAs(saved);
    }

    @Test
    @Tag("large-files")
    void writesSevenBillionParametersInOneGigabyte(@TempDir Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("llama.safetensors");

        Stream<String> output = ChildJvm.run(FilesOfSevenBillion.class, "-Xmx1g", file.toString());

        assertThat(output).containsExactly("written");
        assertThat(Files.size(file)).isBetween(2 * 6_738_415_616L, 2 * 6_738_415_616L + 100_000);
    }

    private static Llama small() {
        return new Llama(300, 64, 160, 5);
    }

    /** Runs in a Java of its own. */
    static final class FilesOfSevenBillion {

        public static void main(String... args) throws IOException {
            LlamaInit.plan(Llama.of7B()).initialize(Path.of(args[0]), RandomSource.seeded(1));
            System.out.println("written");
        }
    }
}
