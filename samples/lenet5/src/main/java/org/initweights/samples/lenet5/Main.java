package org.initweights.samples.lenet5;

import java.io.IOException;
import org.initweights.samples.showcase.Showcase;

/** Initialises LeNet-5, prints its parameters and writes {@code lenet5.safetensors}. */
public final class Main {

    private Main() {}

    /** The only argument, which may be left out, is the directory to write to. */
    public static void main(String... args) throws IOException {
        Showcase.run("lenet5", new LeNet5(), LeNet5Init::initWeights, LeNet5Init::parameters, Showcase.directory(args));
    }
}
