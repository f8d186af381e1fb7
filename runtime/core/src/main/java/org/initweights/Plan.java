package org.initweights;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
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
import org.initweights.internal.files.piece.PlanMember;
import org.initweights.internal.files.piece.PlannedFiles;
import org.initweights.internal.files.plan.PlanFile;
import org.initweights.internal.files.plan.PlanJson;
import org.initweights.internal.files.plan.PlannedParameter;
import org.initweights.internal.files.safetensors.CheckpointName;
import org.initweights.io.GivenWeights;
import org.initweights.io.LoadOptions;
import org.initweights.io.LoadedTensor;
import org.initweights.io.SaveOptions;

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
public final class Plan implements Serializable {

    // Longer than other files: each way to read, write and divide a plan is one short method here, and Shard is a name
    // inside it.

    private static final long serialVersionUID = 1;

    private final transient Parameters parameters;

    private Plan(List<? extends Parameter> planned) {
        this.parameters = Parameters.of(PlanMember.together(planned));
    }

    /** The plan of these parameters, with their initializers as they are now. */
    public static Plan of(Parameters parameters) {
        return new Plan(parameters.stream().map(PlannedParameter::of).toList());
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
     * @throws IllegalArgumentException if it is no plan, a size is missing or is none of the model's, or the file cannot say what a parameter
     *     is; it names the parameter, and says what to do
     */
    public static Plan read(Path file, Map<String, Long> sizes) throws IOException {
        return PlanFile.read(file, sizes, Plan::new);
    }

    /**
     * Reads a plan from text: what {@link #toJson} gave, or the content of a file that {@link #write} wrote.
     *
     * @throws IllegalArgumentException if it is no plan, or the plan of a model, whose sub-models are in other files
     */
    public static Plan parse(String json) {
        return PlanFile.parse(json, Plan::new);
    }

    /**
     * This plan as JSON, with every number to the bit: the same text for the same plan. {@link #parse} reads it.
     *
     * @throws IllegalArgumentException if it would be too long to be read
     */
    public String toJson() {
        return PlanJson.text(parameters.stream().toList());
    }

    /**
     * Writes this plan as JSON, with every number to the bit. The file is there as a whole or not at all. Checkpoints that parameters begin
     * with are named by their absolute paths.
     *
     * @throws IOException if the file cannot be written; what was there before is then still there
     */
    public void write(Path file) throws IOException {
        StagedFile.write(file, toJson().getBytes(StandardCharsets.UTF_8));
    }

    /** The parameters; they have no elements, so that they can be selected and looked at, but neither read nor initialised. */
    public Parameters parameters() {
        return parameters;
    }

    /**
     * This plan, with all floats stored as another type. Integers stay as they are.
     *
     * @throws IllegalArgumentException if the type is one of integers
     * @throws InitializationException if it cannot hold what a parameter starts as
     */
    public Plan withDType(DType dtype) {
        if (dtype.isInteger()) {
            throw new IllegalArgumentException(
                    "floats are not stored as " + dtype + "; withDType is for F64, F32, F16 and BF16");
        }
        return new Plan(parameters.stream()
                .map(PlannedParameter::of)
                .map(parameter -> parameter.dtype().isInteger() ? parameter : parameter.storedAs(dtype))
                .toList());
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
        FileInitialization initialization = options.of(parameters, toJson());
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
            FileInitialization initialization = options.of(parameters, toJson()).with(weights.given());
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

    /**
     * The files of a checkpoint of this plan, as {@link #initialize(Path, RandomSource, InitializeOptions)} lays them out: each can be
     * written without the others, by any process, to any channel.
     *
     * <pre>{@code
     * for (Plan.Shard shard : plan.shards(SaveOptions.defaults().withShardsOf(5_000_000_000L))) {
     *     try (WritableByteChannel channel = store.create(shard.fileName())) {      // each in a task of its own
     *         shard.write(channel, RandomSource.seeded(42));
     *     }
     * }
     * }</pre>
     */
    public List<Shard> shards(SaveOptions options) {
        PlannedFiles files = files(options);
        return files.layout()
                .numbers()
                .mapToObj(number -> new Shard(this, options, number, files))
                .toList();
    }

    /**
     * Writes the index of a checkpoint of several files, the bytes of {@code model.safetensors.index.json}. It depends on no random number, and
     * belongs behind the last file, so that a checkpoint which is found is whole.
     *
     * @throws IllegalArgumentException if all is in one file, which has no index
     */
    public void writeIndex(WritableByteChannel channel, SaveOptions options) throws IOException {
        PlannedFiles files = files(options);
        if (files.layout().isSingle()) {
            throw new IllegalArgumentException(
                    "all tensors are in one file, " + files.layout().fileName(0)
                            + ", which has no index; write none, or give SaveOptions.withShardsOf fewer bytes than "
                            + files.layout().tensors().bytes());
        }
        ByteBuffer text = ByteBuffer.wrap(files.layout().index().getBytes(StandardCharsets.UTF_8));
        while (text.hasRemaining()) {
            channel.write(text);
        }
    }

    /**
     * A source that draws each parameter of this plan as {@code random} would in {@link #initialize}, whichever is drawn first. Sources that
     * go by names are that themselves. Of {@link RandomSource#torch} it finds where each parameter begins: by leaps over words whose number is
     * known, and by drawing truncated normals, which are rejected until they fit. That is done once here, and goes with the source when it is
     * serialised, where each process would do it again.
     */
    public RandomSource placed(RandomSource random) {
        return PlanMember.orderOf(parameters.stream().toList()).placed(random);
    }

    /**
     * What each rank of a distributed model holds of this plan.
     *
     * @param dataParallel how many ranks the rows of each parameter are distributed over
     * @param tensorParallel how many ranks split parameters as the rules say
     * @param rules along which axis which parameter is split
     * @throws IllegalArgumentException as {@link ShardingRules} says, and if the ranks do not divide an axis that is not to be padded
     */
    public RankLayout ranks(int dataParallel, int tensorParallel, Consumer<? super ShardingRules> rules) {
        ShardingRules given = new ShardingRules();
        rules.accept(given);
        return RankLayout.of(this, dataParallel, tensorParallel, given.rules());
    }

    private PlannedFiles files(SaveOptions options) {
        Objects.requireNonNull(options, "options is null");
        return new PlannedFiles(PlanMember.orderOf(parameters.stream().toList()), toJson(), options);
    }

    private Object writeReplace() throws NotSerializableException {
        return SerialPlan.of(this);
    }

    private void readObject(ObjectInputStream stream) throws InvalidObjectException {
        throw new InvalidObjectException("a plan is read from its serial form alone");
    }

    /** One line a parameter: its name, shape and fill. */
    @Override
    public String toString() {
        return parameters.toString();
    }

    /**
     * One file of a checkpoint. It says by itself what is in it: a shard that is serialised has its plan with it.
     *
     * <p>Shards are immutable, and threads may share them. Each write is done by the calling thread alone, in a few megabytes of memory, beside
     * what is made as a whole ({@link Parameter#draw(long, int, RandomSource, float[])} says what that is).
     */
    public static final class Shard implements Serializable {

        private static final long serialVersionUID = 1;

        private final Plan plan;
        private final SaveOptions options;
        private final int number;
        private final transient PlannedFiles files;

        private Shard(Plan plan, SaveOptions options, int number, PlannedFiles files) {
            this.plan = plan;
            this.options = options;
            this.number = number;
            this.files = files;
        }

        /** The name that its index knows it by: {@code model-00001-of-00003.safetensors}, or {@code model.safetensors} of a single file. */
        public String fileName() {
            return files.layout().fileName(number);
        }

        /** The names of its tensors, in the order of their bytes. */
        public List<String> names() {
            return files.names(number);
        }

        /** How many bytes the file has, with its header. */
        public long bytes() {
            return files.bytes(number);
        }

        /**
         * Writes the file, in one pass. The source stays where it stands; one that goes by order draws each tensor where
         * {@link Plan#initialize} would.
         *
         * @param channel takes the bytes from where it stands; it is neither moved otherwise nor closed
         * @throws IOException if the channel fails; what it has then is the beginning of the file
         */
        public void write(WritableByteChannel channel, RandomSource random) throws IOException {
            write(channel, random, 0, bytes());
        }

        /**
         * Writes the bytes from {@code from} to before {@code to} of the same file, so that several tasks can make one large file.
         *
         * @throws IndexOutOfBoundsException if the file does not have them
         * @throws IOException if the channel fails
         */
        public void write(WritableByteChannel channel, RandomSource random, long from, long to) throws IOException {
            files.write(number, channel, random, from, to);
        }

        private record Form(Plan plan, SaveOptions options, int number) implements Serializable {
            private Object readResolve() {
                return plan.shards(options).get(number);
            }
        }

        private Object writeReplace() {
            return new Form(plan, options, number);
        }

        private void readObject(ObjectInputStream stream) throws InvalidObjectException {
            throw new InvalidObjectException("a shard is read from its serial form alone");
        }

        /** {@code model-00001-of-00003.safetensors, 4999610368 bytes}. */
        @Override
        public String toString() {
            return fileName() + ", " + bytes() + " bytes";
        }
    }
}
