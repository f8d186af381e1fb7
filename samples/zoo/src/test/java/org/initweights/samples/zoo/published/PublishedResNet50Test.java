package org.initweights.samples.zoo.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.io.LoadOptions;
import org.initweights.io.LoadReport;
import org.initweights.io.MismatchException;
import org.initweights.samples.resnet50.ResNet50;
import org.initweights.samples.resnet50.ResNet50Init;
import org.initweights.samples.zoo.published.PublishedFile.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The {@code state_dict} of torchvision's {@code resnet50()}, with what its batch normalisations count, and without. */
class PublishedResNet50Test {

    private static final int[] DEPTHS = {3, 4, 6, 3};

    @TempDir
    private Path folder;

    private final PublishedFile published = new PublishedFile();
    private Type type = Type.F32;

    @Test
    void loadsWithoutWhatTheNormalisationsCount() throws IOException {
        Parameters parameters = ResNet50Init.parameters(new ResNet50());

        LoadReport report = parameters.load(
                written(), LoadOptions.strict().ignoring("running_*").ignoring("num_batches_tracked"));

        assertThat(report.loaded()).hasSize(161);
        assertThat(report.ignored())
                .hasSize(3 * 53)
                .contains("layer4.0.downsample.1.running_var", "bn1.num_batches_tracked");
        assertThat(report.loaded().size() + report.ignored().size()).isEqualTo(published.size());
        assertHolds(parameters);
    }

    @Test
    void loadsInHalfPrecision() throws IOException {
        type = Type.F16;
        Parameters parameters = ResNet50Init.parameters(new ResNet50());

        LoadReport report = parameters.load(
                written(),
                LoadOptions.strict()
                        .ignoring("running_*")
                        .ignoring("num_batches_tracked")
                        .converted());

        assertThat(report.tensors()).allMatch(tensor -> tensor.overflows() == 0);
        assertHolds(parameters);
    }

    @Test
    void namesWhatTheModelHasNoParametersFor() throws IOException {
        Path file = written();
        Parameters parameters = ResNet50Init.parameters(new ResNet50());

        assertThatExceptionOfType(MismatchException.class)
                .isThrownBy(() -> parameters.load(file))
                .withMessageContaining("bn1.num_batches_tracked: no parameter of the model; the file has I64 []")
                .withMessageContaining("layer2.0.downsample.1.running_mean: no parameter of the model")
                .withMessageContaining("LoadOptions may help: ignoring(\"bn1.running_mean\")");
    }

    private static void assertHolds(Parameters parameters) {
        for (Parameter parameter : parameters) {
            assertThat(PublishedFile.firstDifference(parameter, parameter.name()))
                    .as(parameter.name())
                    .isEqualTo(-1);
        }
    }

    private Path written() throws IOException {
        convolution("conv1", 64, 3, 7);
        normalization("bn1", 64);
        int in = 64;
        for (int stage = 0; stage < DEPTHS.length; stage++) {
            int width = 64 << stage;
            for (int block = 0; block < DEPTHS[stage]; block++) {
                String at = "layer" + (stage + 1) + "." + block + ".";
                convolution(at + "conv1", width, in, 1);
                normalization(at + "bn1", width);
                convolution(at + "conv2", width, width, 3);
                normalization(at + "bn2", width);
                convolution(at + "conv3", 4 * width, width, 1);
                normalization(at + "bn3", 4 * width);
                if (block == 0) {
                    convolution(at + "downsample.0", 4 * width, in, 1);
                    normalization(at + "downsample.1", 4 * width);
                }
                in = 4 * width;
            }
        }
        published.with("fc.weight", type, 1000, 2048).with("fc.bias", type, 1000);
        Path file = folder.resolve("resnet50.safetensors");
        published.write(file);
        return file;
    }

    private void convolution(String name, int out, int in, int kernel) {
        published.with(name + ".weight", type, out, in, kernel, kernel);
    }

    private void normalization(String name, int channels) {
        published
                .with(name + ".weight", type, channels)
                .with(name + ".bias", type, channels)
                .with(name + ".running_mean", type, channels)
                .with(name + ".running_var", type, channels)
                .with(name + ".num_batches_tracked", Type.I64);
    }
}
