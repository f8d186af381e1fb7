package org.initweights.internal.files.checkpoint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.initweights.DType;
import org.initweights.Initializers;
import org.initweights.Parameter;
import org.initweights.ProgressListener;
import org.initweights.RandomSource;
import org.initweights.Weights;
import org.initweights.internal.files.plan.PlannedParameter;
import org.initweights.internal.work.Workers;
import org.initweights.io.SaveOptions;

/** Four small parameters to initialise into files, which are to be those that a model in memory is saved to. */
final class SmallInitialization {

    static final long SINGLE = Long.MAX_VALUE;
    static final long SEVERAL = 32;

    static final List<Parameter> PARAMETERS = Weights.of(builder -> builder.tensor("a", Initializers.normal(0, 1), 5)
                    .tensor("b", DType.F64, Initializers.uniform(-1, 1), 2)
                    .tensor("c", DType.BF16, Initializers.constant(3), 7)
                    .tensor("d", Initializers.orthogonal(), 3, 2))
            .parameters()
            .stream()
            .<Parameter>map(PlannedParameter::of)
            .toList();

    static final ProgressListener NOBODY = (parameter, done, total) -> {};

    private static final String IDENTITY = "\\s*\"save_id\": *\"[0-9a-f]{32}\",|,\"save_id\":\"[0-9a-f]{32}\"";

    private SmallInitialization() {}

    static FileInitialization initialization(long shardBytes, ProgressListener listener) {
        return initialization(PARAMETERS, "plan", shardBytes, listener);
    }

    static FileInitialization initialization(
            List<Parameter> parameters, String plan, long shardBytes, ProgressListener listener) {
        return new FileInitialization(
                parameters,
                plan,
                SaveOptions.defaults().withShardsOf(shardBytes),
                FileInitialization.LEAST_MEMORY,
                Workers.CALLER,
                listener,
                GivenTensors.NONE);
    }

    /** The files that the parameters are saved to when they are drawn in memory. */
    static Map<String, String> saved(Path temporary, RandomSource random, long shardBytes) throws IOException {
        Path saved = Files.createTempDirectory(temporary, "saved");
        Weights weights = Weights.of(builder -> {
            for (Parameter parameter : PARAMETERS) {
                builder.tensor(parameter.name(), parameter.shape(), parameter.dtype(), parameter.initializer());
            }
        });
        weights.parameters().initialize(random);
        weights.parameters()
                .save(saved.resolve("model.safetensors"), SaveOptions.defaults().withShardsOf(shardBytes));
        return files(saved);
    }

    /**
     * The bytes of the files of a folder, one a character, by their names, without the identity of several files: that of what is saved is
     * made of its elements, that of what is drawn of plan and source.
     */
    static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                files.put(
                        String.valueOf(file.getFileName()),
                        Files.readString(file, StandardCharsets.ISO_8859_1).replaceFirst(IDENTITY, ""));
            }
        }
        return files;
    }
}
