package org.initweights.cli.input;

import java.io.IOException;
import java.nio.file.Path;
import org.initweights.Plan;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The plan that a command is about, and the options for reading it. */
public final class PlanArgument {

    @Parameters(
            paramLabel = "PLAN",
            description =
                    "A plan; a jar, or a folder of classes, with the plans that the annotation processor wrote; or a config.json of Hugging Face or params.json of Llama.")
    private Path path;

    @Mixin
    private PlanOptions options;

    /** Where it is. */
    public Path path() {
        return path;
    }

    /**
     * The plan.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if there is none, or its options say too little
     */
    public Plan read() throws IOException {
        return options.read(path);
    }
}
