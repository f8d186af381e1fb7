package org.initweights.cli.input;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.initweights.InitializeOptions;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.io.StoredWeights;
import org.initweights.io.WeightTensor;
import org.initweights.report.ReportTensor;
import org.jspecify.annotations.Nullable;

/** What a report is made of: an open checkpoint and, if it is known, how its tensors should have started. */
public final class ReportInput implements Closeable {

    private final StoredWeights checkpoint;
    private final @Nullable Plan plan;
    private final @Nullable Path temporary;

    private ReportInput(StoredWeights checkpoint, @Nullable Plan plan, @Nullable Path temporary) {
        this.checkpoint = checkpoint;
        this.plan = plan;
        this.temporary = temporary;
    }

    /** A checkpoint that is there. */
    public static ReportInput ofCheckpoint(Path path, @Nullable Plan plan) throws IOException {
        return new ReportInput(StoredWeights.open(path), plan, null);
    }

    /** What a plan gives, in a folder that is removed after. */
    public static ReportInput ofPlan(Plan plan, SourceOptions source) throws IOException {
        Path folder = Files.createTempDirectory("initweights");
        try {
            Path file = folder.resolve("model.safetensors");
            plan.initialize(file, source.source(), InitializeOptions.defaults().withFiles(source.files()));
            return new ReportInput(StoredWeights.open(file), plan, folder);
        } catch (IOException | RuntimeException e) {
            remove(folder);
            throw e;
        }
    }

    /** Where the numbers came from, as far as the files say. */
    public String source() {
        return checkpoint.metadata().getOrDefault("source", "");
    }

    /** How many bytes there are to read. */
    public long bytes() {
        return numeric().mapToLong(WeightTensor::bytes).sum();
    }

    /**
     * The tensors of the plan in its order; without one, all that have numbers.
     *
     * @param bytesRead is told how many bytes were read, after each read
     * @throws IllegalArgumentException if one of the plan is not there, or has another shape or no numbers
     */
    public List<? extends ReportTensor> tensors(LongConsumer bytesRead) {
        return plan == null
                ? numeric().map(tensor -> StoredTensor.of(tensor, bytesRead)).toList()
                : planned(plan.parameters(), bytesRead);
    }

    private Stream<WeightTensor> numeric() {
        return checkpoint.tensors().stream().filter(tensor -> tensor.type().isNumeric());
    }

    private List<StoredTensor> planned(Parameters parameters, LongConsumer bytesRead) {
        return parameters.stream()
                .map(parameter -> new StoredTensor(
                        stored(parameter), parameter.shape(), Optional.of(parameter.fill()), bytesRead))
                .toList();
    }

    private WeightTensor stored(Parameter parameter) {
        WeightTensor tensor = checkpoint
                .find(parameter.name())
                .orElseThrow(() -> new IllegalArgumentException(
                        checkpoint.path() + " has no tensor " + parameter.name() + ", which the plan has"));
        String planned = parameter.shape().toString();
        if (!tensor.shape().toString().equals(planned) || !tensor.type().isNumeric()) {
            throw new IllegalArgumentException(
                    checkpoint.path() + " has " + tensor + ", and the plan " + parameter.dtype() + " " + planned);
        }
        return tensor;
    }

    @Override
    public void close() throws IOException {
        checkpoint.close();
        if (temporary != null) {
            remove(temporary);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
