package org.initweights;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.initweights.collect.ParameterCollector;
import org.initweights.internal.files.StagedFile;
import org.initweights.internal.files.checkpoint.FileInitialization;
import org.initweights.internal.files.plan.PlanFile;
import org.initweights.internal.files.plan.PlanJson;
import org.initweights.internal.files.plan.PlannedParameter;
import org.initweights.internal.files.safetensors.CheckpointName;
import org.initweights.io.GivenWeights;
import org.initweights.io.LoadOptions;
import org.initweights.io.LoadedTensor;

/**
 * The parameters of a model and how each starts, without memory for any of them: for checkpoints that are larger than
 * memory, and are initialised straight into their files.
 *
 * <pre>{@code
 * Plan plan = Plan.of(p -> p
 *         .tensor("embed.weight", BF16, normal(0, 0.02), 32_000, 4096)
 *         .scope("layers.0", layer -> layer
 *                 .tensor("norm.weight", BF16, ones(), 4096)));
 * plan.initialize(Path.of("model.safetensors"), RandomSource.seeded(42));
 * }</pre>
 *
 * <p>Plans are immutable, and threads may share them. Two threads or processes never write the same checkpoint at the same time: the
 * second gets an exception.
 */
public final class Plan {

    private final Parameters parameters;

    private Plan(Parameters parameters) {
        this.parameters = parameters;
    }

    /** The plan of these parameters, with their initializers as they are now. */
    public static Plan of(Parameters parameters) {
        return new Plan(
                Parameters.of(parameters.stream().map(PlannedParameter::of).toList()));
    }

    /**
     * The tensors that are declared. Nothing is allocated.
     *
     * @throws IllegalArgumentException if two have the same name, or a shape does not fit its initializer
     */
    public static Plan of(Consumer<? super WeightsBuilder> declarations) {
        return ParameterCollector.plan(
                new Object(),
                (nothing, collector) -> declarations.accept(
                        new WeightsBuilder(new CollectedDeclarations(collector, (name, absent) -> {}))));
    }

    /**
     * Reads a plan from a file: a plan that {@link #write} wrote, or the plan of a model, which the annotation processor writes beside the
     * classes as {@code META-INF/initweights/<Model>.json}. The plans of sub-models must be in the same folder; it may be inside a jar
     * ({@link java.nio.file.FileSystems#newFileSystem(Path)}). The path of a checkpoint that a parameter begins with may be relative to the folder
     * of the plan; that checkpoint is not opened before the plan is initialised.
     *
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException as {@link #read(Path, Map)}
     */
    public static Plan read(Path file) throws IOException {
        return read(file, Map.of());
    }

    /**
     * Reads the plan of a model whose sizes are known only when it is built.
     *
     * @param sizes the sizes by the names that the model's dimensions use: {@code out}, or {@code head.out} for those of the sub-model
     *     {@code head} alone
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it is no plan, a size is missing, or the file cannot say what a parameter is; it names the
     *     parameter, and says what to do
     */
    public static Plan read(Path file, Map<String, Long> sizes) throws IOException {
        return PlanFile.read(file, sizes, parameters -> new Plan(Parameters.of(parameters)));
    }

    /**
     * Writes this plan as JSON, with every number to the bit. The file is there as a whole or not at all. Checkpoints that parameters begin
     * with are named by their absolute paths.
     *
     * @throws IOException if the file cannot be written; what was there before is then still there
     */
    public void write(Path file) throws IOException {
        StagedFile.write(file, json().getBytes(StandardCharsets.UTF_8));
    }

    /** The parameters; they have no elements, so that they can be selected and looked at, but neither read nor initialised. */
    public Parameters parameters() {
        return parameters;
    }

    /**
     * This plan, with all floats stored as another type. Integers stay as they are.
     *
     * @throws IllegalArgumentException if the type is one of integers
     */
    public Plan withDType(DType dtype) {
        if (dtype.isInteger()) {
            throw new IllegalArgumentException(
                    "floats are not stored as " + dtype + "; withDType is for F64, F32, F16 and BF16");
        }
        return new Plan(Parameters.of(parameters.stream()
                .map(PlannedParameter::of)
                .map(parameter -> parameter.dtype().isInteger() ? parameter : parameter.storedAs(dtype))
                .toList()));
    }

    /**
     * Writes a safetensors checkpoint of these parameters, initialised: the same bytes as initialising a model and saving it. An
     * interrupted run is continued.
     *
     * @throws IOException as {@link #initialize(Path, RandomSource, InitializeOptions)}
     */
    public void initialize(Path file, RandomSource random) throws IOException {
        initialize(file, random, InitializeOptions.defaults());
    }

    /**
     * Writes a safetensors checkpoint of these parameters, initialised, to one file or several.
     *
     * <p>Until all is complete, the names of the files end in {@code .partial}, and a {@code .journal} lies beside them. From these the
     * next run with the same plan and source goes on after the last parameter that is safely on the disk.
     *
     * <p>Memory is bounded by {@link InitializeOptions#withMemory}, with three exceptions: an orthogonal matrix is made as a whole on the
     * heap, truncated normals of {@link RandomSource#torch} need a bit for each element of one parameter, and some of what begins with a
     * stored tensor is computed of all of it ({@link BaseWeights} says which).
     *
     * @throws IOException if a file cannot be written, there is too little room on the disk, or what an interrupted run left belongs to
     *     another plan or source
     * @throws IllegalArgumentException if an orthogonal or a stored matrix does not fit into the heap, or a stored tensor that a parameter
     *     begins with is not there; nothing is written then
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted; its interrupt status stays set, and the
     *     next run continues
     */
    public void initialize(Path file, RandomSource random, InitializeOptions options) throws IOException {
        // Before anything of an earlier run is discarded.
        Objects.requireNonNull(file, "file is null");
        Objects.requireNonNull(random, "random is null");
        Objects.requireNonNull(options, "options is null");
        FileInitialization initialization = options.of(parameters, json());
        if (options.isStartingOver()) {
            initialization.discard(file);
        }
        initialization.run(file, random);
    }

    /**
     * Writes a safetensors checkpoint of these parameters that begins with the weights of a file: what {@link Parameters#load(Path,
     * LoadOptions)} does for a model, without memory for any. What the file does not have starts as the plan says, if
     * {@link LoadOptions#initializingRest} gives the random source.
     *
     * <pre>{@code
     * plan.initialize(
     *         Path.of("tuned.safetensors"),
     *         Path.of("base.safetensors"),
     *         LoadOptions.strict().withoutPrefix("model.").initializingRest(RandomSource.seeded(42)),
     *         InitializeOptions.defaults());
     * }</pre>
     *
     * <p>An interrupted run is continued, if neither the file of the weights nor the options have changed.
     *
     * @param base a checkpoint of safetensors, an {@code .npz} file or a GGUF file
     * @return what was done with the tensors of {@code base}; {@link Parameters#explainLoad} of {@link #parameters()} says it before
     * @throws org.initweights.io.MismatchException if loading is strict and something does not fit; nothing is written then
     * @throws IllegalArgumentException if a parameter would be neither in the file nor initialised; nothing is written then
     * @throws IOException as {@link #initialize(Path, RandomSource, InitializeOptions)}, or if {@code base} cannot be read
     */
    public List<LoadedTensor> initialize(Path file, Path base, LoadOptions mapping, InitializeOptions options)
            throws IOException {
        Objects.requireNonNull(file, "file is null");
        Objects.requireNonNull(base, "base is null");
        Objects.requireNonNull(mapping, "mapping is null");
        Objects.requireNonNull(options, "options is null");
        try (GivenWeights weights = GivenWeights.open(parameters, base, mapping)) {
            FileInitialization initialization = options.of(parameters, json()).with(weights.given());
            if (options.isStartingOver()) {
                initialization.discard(file);
            }
            initialization.run(file, weights.source());
            return weights.loaded();
        }
    }

    /**
     * Whether there is an unfinished run for this checkpoint: one that was interrupted, which the next run continues, or one that is
     * still going on.
     *
     * @param file the checkpoint, as it is given to {@link #initialize(Path, RandomSource)}
     * @throws IOException if there is no such folder, or something else than a file has this name
     */
    public static boolean isInterrupted(Path file) throws IOException {
        return Files.exists(CheckpointName.of(file).journal());
    }

    private String json() {
        return PlanJson.text(parameters.stream().toList());
    }

    /** One line a parameter: its name, shape and fill. */
    @Override
    public String toString() {
        return parameters.toString();
    }
}
