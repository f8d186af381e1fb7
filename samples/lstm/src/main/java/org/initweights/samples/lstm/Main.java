package org.initweights.samples.lstm;

import java.io.IOException;
import org.initweights.samples.showcase.Showcase;

/** Initialises the language model, prints its parameters and writes {@code lstm.safetensors}. */
public final class Main {

    private Main() {}

    /** The only argument, which may be left out, is the directory to write to. */
    public static void main(String... args) throws IOException {
        Showcase.run(
                "lstm",
                new LanguageModel(10_000, 200),
                LanguageModelInit::initWeights,
                LanguageModelInit::parameters,
                Showcase.directory(args));
    }
}
