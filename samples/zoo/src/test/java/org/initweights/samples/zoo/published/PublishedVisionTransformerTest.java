package org.initweights.samples.zoo.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.initweights.io.LoadOptions;
import org.initweights.io.LoadReport;
import org.initweights.samples.kotlin.vit.VisionTransformer;
import org.initweights.samples.kotlin.vit.VisionTransformerInit;
import org.initweights.samples.zoo.published.PublishedFile.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** timm's {@code vit_base_patch16_224} loads into a model in Kotlin that has names of its own. */
class PublishedVisionTransformerTest {

    private static final int WIDTH = 768;

    private static final LoadOptions OPTIONS = LoadOptions.strict()
            .renamed("^cls_token$", "classToken")
            .renamed("^pos_embed$", "encoder.positions")
            .renamed("^patch_embed\\.proj\\.", "patches.")
            .renamed("^blocks\\.", "encoder.layers.")
            .renamed("^norm\\.", "encoder.norm.")
            .renamed("\\.attn\\.qkv\\.weight$", ".attention.inWeight")
            .renamed("\\.attn\\.qkv\\.bias$", ".attention.inBias")
            .renamed("\\.attn\\.proj\\.weight$", ".attention.outWeight")
            .renamed("\\.attn\\.proj\\.bias$", ".attention.outBias")
            .renamed("\\.fc1\\.", ".expand.")
            .renamed("\\.fc2\\.", ".project.");

    @TempDir
    private Path folder;

    /** The names in the model, by those in the file. */
    private final Map<String, String> names = new LinkedHashMap<>();

    private final PublishedFile published = new PublishedFile();

    @Test
    void loadsByOptionsAlone() throws IOException {
        Parameters parameters = VisionTransformerInit.parameters(new VisionTransformer());

        LoadReport report = parameters.load(written(1000), OPTIONS);

        assertThat(report.loaded()).hasSize(152).hasSameSizeAs(names.entrySet());
        assertHolds(parameters, names);
    }

    /** {@code vit_base_patch16_224.augreg_in21k} has 21,843 classes; the model has a new head of its own. */
    @Test
    void loadsBesideANewHead() throws IOException {
        Parameters parameters = VisionTransformerInit.parameters(new VisionTransformer());

        LoadReport report =
                parameters.load(written(21_843), OPTIONS.ignoring("head.*").initializingRest(RandomSource.seeded(1)));

        assertThat(report.loaded()).hasSize(150);
        assertThat(report.ignored()).containsExactly("head.weight", "head.bias");
        assertThat(report.initialized()).containsExactly("head.weight", "head.bias");
        names.keySet().removeAll(List.of("head.weight", "head.bias"));
        assertHolds(parameters, names);
        assertThat(parameters.get("head.weight").get(0)).isZero();
    }

    private static void assertHolds(Parameters parameters, Map<String, String> names) {
        names.forEach((inFile, inModel) -> assertThat(PublishedFile.firstDifference(parameters.get(inModel), inFile))
                .as(inFile)
                .isEqualTo(-1));
    }

    private Path written(int classes) throws IOException {
        tensor("cls_token", "classToken", 1, 1, WIDTH);
        tensor("pos_embed", "encoder.positions", 1, 197, WIDTH);
        layer("patch_embed.proj", "patches", WIDTH, 3, 16, 16);
        for (int block = 0; block < 12; block++) {
            String at = "blocks." + block + ".";
            String inModel = "encoder.layers." + block + ".";
            layer(at + "norm1", inModel + "norm1", WIDTH);
            tensor(at + "attn.qkv.weight", inModel + "attention.inWeight", 3 * WIDTH, WIDTH);
            tensor(at + "attn.qkv.bias", inModel + "attention.inBias", 3 * WIDTH);
            tensor(at + "attn.proj.weight", inModel + "attention.outWeight", WIDTH, WIDTH);
            tensor(at + "attn.proj.bias", inModel + "attention.outBias", WIDTH);
            layer(at + "norm2", inModel + "norm2", WIDTH);
            layer(at + "mlp.fc1", inModel + "mlp.expand", 4 * WIDTH, WIDTH);
            layer(at + "mlp.fc2", inModel + "mlp.project", WIDTH, 4 * WIDTH);
        }
        layer("norm", "encoder.norm", WIDTH);
        layer("head", "head", classes, WIDTH);
        Path file = folder.resolve("model.safetensors");
        published.write(file);
        return file;
    }

    /** A weight, and a bias of its first axis. */
    private void layer(String inFile, String inModel, long... shape) {
        tensor(inFile + ".weight", inModel + ".weight", shape);
        tensor(inFile + ".bias", inModel + ".bias", shape[0]);
    }

    private void tensor(String inFile, String inModel, long... shape) {
        published.with(inFile, Type.F32, shape);
        names.put(inFile, inModel);
    }
}
