package org.initweights.samples.resnet50;

import static org.initweights.Nonlinearity.RELU;

import java.io.IOException;
import java.nio.file.Path;
import org.initweights.samples.showcase.Showcase;

/** Initialises ResNet-50, prints its parameters and writes {@code resnet50.safetensors} and a report, {@code resnet50.html}. */
public final class Main {

    private Main() {}

    /** The first argument is the directory to write to; a second, {@code zero}, starts residual branches as zero. */
    public static void main(String... args) throws IOException {
        Path directory = Showcase.directory(args);
        if (args.length > 1 && args[1].equals("zero")) {
            Showcase.run(
                    "resnet50",
                    new ZeroResNet50(),
                    ZeroResNet50Init::initWeights,
                    ZeroResNet50Init::parameters,
                    RELU,
                    directory);
        } else {
            Showcase.run(
                    "resnet50", new ResNet50(), ResNet50Init::initWeights, ResNet50Init::parameters, RELU, directory);
        }
    }
}
