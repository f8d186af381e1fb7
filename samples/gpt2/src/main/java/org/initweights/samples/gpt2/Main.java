package org.initweights.samples.gpt2;

import java.io.IOException;
import org.initweights.samples.showcase.Showcase;

/** Initialises GPT-2, prints its parameters and writes {@code gpt2.safetensors}, 498 MB. */
public final class Main {

    private Main() {}

    /** The only argument, which may be left out, is the directory to write to. */
    public static void main(String... args) throws IOException {
        Showcase.run("gpt2", new Gpt2(), Gpt2Init::initWeights, Gpt2Init::parameters, Showcase.directory(args));
    }
}
