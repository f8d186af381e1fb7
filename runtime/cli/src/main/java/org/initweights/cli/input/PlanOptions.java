package org.initweights.cli.input;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.initweights.DType;
import org.initweights.Plan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for reading a plan: which model, which sizes, which type. */
public final class PlanOptions {

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description =
                    "The model whose plan it is, where a jar or a folder of classes has several: com.acme.Mlp, or Mlp.")
    private @Nullable String model;

    @Option(
            names = "--size",
            paramLabel = "NAME=N",
            description =
                    "A size that is known only when the model is built, or whether a parameter is there (hasBias=1, hasBias=0); head.out=10 is that of the sub-model head. Repeatable.")
    private Map<String, Long> sizes = new LinkedHashMap<>();

    @Option(
            names = "--dtype",
            paramLabel = "TYPE",
            completionCandidates = FloatTypes.class,
            converter = FloatTypes.Converter.class,
            description = "Store all floats as one of ${COMPLETION-CANDIDATES}.")
    private @Nullable DType dtype;

    /**
     * The plan in a file, a jar or a folder, or of the model that a configuration describes.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if there is none, or it says too little
     */
    public Plan read(Path path) throws IOException {
        Plan plan = readAsItIs(path);
        return dtype == null ? plan : plan.withDType(dtype);
    }

    private Plan readAsItIs(Path path) throws IOException {
        Optional<ModelConfig> config = ModelConfig.find(path);
        if (config.isPresent()) {
            refuse(model != null, "--model", path);
            refuse(!sizes.isEmpty(), "--size", path);
            return config.get().plan();
        }
        try (PlanLocation location = PlanLocation.find(path, model)) {
            return Plan.read(location.file(), sizes);
        }
    }

    private static void refuse(boolean given, String option, Path path) {
        if (given) {
            throw new IllegalArgumentException(
                    option + ": the configuration " + path + " says which model it is, and all of its sizes");
        }
    }

    /** Whether there may be a plan at this path, rather than a checkpoint. */
    public boolean isPlan(Path path) {
        return PlanLocation.holdsPlans(path);
    }
}
