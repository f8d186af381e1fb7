package org.initweights;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.initweights.collect.ParameterCollector;
import org.initweights.internal.derive.Derivations;
import org.initweights.internal.message.Excerpt;
import org.initweights.io.LoadMode;
import org.initweights.io.LoadOptions;
import org.initweights.io.LoadReport;
import org.initweights.io.Safetensors;
import org.initweights.io.SaveOptions;
import org.initweights.io.WeightReading;

/**
 * The parameters of a model, in the order of their declaration.
 *
 * <p>Which parameters there are never changes, and threads may share that. Their elements are the model's: while one thread
 * initialises or loads them, no other may read or write them. When initialising ends, whether it returns or throws, no thread of it
 * writes any more.
 */
public final class Parameters implements Iterable<Parameter> {

    private final Map<String, Parameter> byName;
    private final Map<String, Parameter> byOtherName;

    private Parameters(Map<String, Parameter> byName) {
        this.byName = byName;
        this.byOtherName = new HashMap<>();
        for (Parameter parameter : byName.values()) {
            parameter.names().forEach(name -> byOtherName.putIfAbsent(name, parameter));
        }
    }

    /**
     * These parameters, in this order. A copy starts as what it copies does, if that is one of them, and what is computed of another parameter,
     * of that one.
     *
     * @throws IllegalArgumentException if two of them have the same name, or one cannot be computed of another
     */
    public static Parameters of(Collection<? extends Parameter> parameters) {
        Map<String, Parameter> byName = new LinkedHashMap<>();
        for (Parameter parameter : Derivations.among(parameters).followed()) {
            if (byName.put(parameter.name(), parameter) != null) {
                throw new IllegalArgumentException("two parameters are named " + parameter.name());
            }
        }
        return new Parameters(byName);
    }

    /**
     * Tensors that are already there, as parameters: {@code torch.nn.init} for arrays, buffers and the tensors of any framework. Nothing is
     * copied, and nothing is written yet.
     *
     * <pre>{@code
     * Parameters parameters = Parameters.of(p -> p
     *         .tensor("conv.weight", array, kaimingNormal(FAN_OUT, RELU), 64, 3, 7, 7)
     *         .tensor("half.weight", bits, HalfFormat.BF16, normal(0, 0.02), 16, 16)
     *         .tensor("other.weight", tensor, adapter, ones(), 16));
     * parameters.initialize(42);
     * }</pre>
     *
     * @throws IllegalArgumentException if a tensor does not fit its shape or its initializer, shares memory with another, or has a name that
     *     is taken; it begins with the tensor's name
     */
    public static Parameters of(Consumer<? super TensorsBuilder> tensors) {
        return ParameterCollector.collect(
                new Object(), (nothing, collector) -> tensors.accept(new TensorsBuilder(collector)));
    }

    /**
     * The parameter of this name, or with this {@linkplain Parameter#names() other name}.
     *
     * @throws NoSuchElementException if there is none
     */
    public Parameter get(String name) {
        Parameter parameter = byName.getOrDefault(name, byOtherName.get(name));
        if (parameter == null) {
            throw new NoSuchElementException(
                    "no parameter is named " + name + "; there are " + Excerpt.of(byName.keySet()));
        }
        return parameter;
    }

    /** How many parameters there are. */
    public int size() {
        return byName.size();
    }

    /** How many elements all parameters have together. */
    public long elements() {
        return stream().mapToLong(Parameter::elements).sum();
    }

    /** The parameters whose names match a pattern; there may be none. {@link Selection} explains patterns. */
    public Parameters named(String pattern) {
        return select(Selection.named(pattern));
    }

    /** The parameters with {@code rank} dimensions; there may be none. */
    public Parameters ofRank(int rank) {
        return select(Selection.all().ofRank(rank));
    }

    /** The parameters that training changes, without the buffers; there may be none. {@link Parameter#isTrainable} tells them apart. */
    public Parameters trainable() {
        return where(Parameter::isTrainable);
    }

    /** The parameters for which a condition is true; there may be none. */
    public Parameters where(Predicate<? super Parameter> condition) {
        return select(Selection.all().where(condition));
    }

    /** The parameters of a selection; there may be none. */
    public Parameters select(Selection selection) {
        return of(stream().filter(selection::matches).toList());
    }

    /**
     * These parameters with another initializer. Copies of others of them stay copies; those of something else are copies no more. Nothing is
     * written yet.
     *
     * @throws InitializationException if the initializer does not fit the shape of one of them
     */
    public Parameters with(Initializer initializer) {
        return of(stream()
                .map(parameter -> isCopyWithin(parameter) ? parameter : parameter.with(initializer))
                .toList());
    }

    /** Whether a parameter begins as a copy of another of these. */
    boolean isCopyWithin(Parameter parameter) {
        return parameter.copyOf().filter(byName::containsKey).isPresent();
    }

    /**
     * These parameters with the initializers that rules give them. No rule is for a copy of one of them: it begins as that does under the
     * rules. What is computed of one, and for which there is no rule, is {@linkplain RuledParameters#matched matched} with it. Nothing is
     * written yet.
     *
     * <pre>{@code
     * parameters.withRules(rules -> rules
     *                 .named("**.bias", zeros())
     *                 .ofRank(4, kaimingNormal(FAN_OUT, RELU)))
     *         .initialize(42);
     * }</pre>
     *
     * @throws IllegalArgumentException if a rule matches nothing or never wins, or neither of two rules wins for a
     *     parameter; see {@link ParameterRules}
     * @throws InitializationException if the initializer of a rule does not fit the shape of a parameter that it is for
     */
    public RuledParameters withRules(Consumer<? super ParameterRules> rules) {
        ParameterRules given = new ParameterRules();
        rules.accept(given);
        return RuledParameters.of(this, given.rules());
    }

    /** Writes the initial values of every parameter, from {@link RandomSource#seeded}. */
    public void initialize(long seed) {
        initialize(RandomSource.seeded(seed));
    }

    /** Writes the initial values of every parameter, on the calling thread and the threads of the common pool. */
    public void initialize(RandomSource random) {
        initialize(random, Execution.parallel());
    }

    /**
     * Writes the initial values of every parameter.
     *
     * <p>If this ends with an exception, parameters that were not complete hold anything, and a source that goes on with each use, such as
     * {@link RandomSource#torch}, has gone on by what was drawn. No thread writes any more, and all can be initialised again.
     *
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted, which it stays
     */
    public void initialize(RandomSource random, Execution execution) {
        Objects.requireNonNull(execution, "execution is null").initialize(this, random);
    }

    /**
     * Writes the values of all parameters to a safetensors file, which PyTorch, JAX and Hugging Face read. The file is there as a whole
     * or not at all.
     *
     * @throws IllegalArgumentException if names and shapes make a header that is longer than the format allows, 100,000,000 bytes
     * @throws IOException if the file cannot be written; what was there before is then still there
     */
    public void save(Path file) throws IOException {
        save(file, SaveOptions.defaults());
    }

    /**
     * Writes the values of all parameters to a safetensors file, or to several with an index.
     *
     * @throws IOException if a file cannot be written; see {@link Safetensors#write(Parameters, Path, SaveOptions)}
     */
    public void save(Path file, SaveOptions options) throws IOException {
        Safetensors.write(this, file, options);
    }

    /**
     * Reads the values of all parameters from a checkpoint, which must have these parameters and no others.
     *
     * @param path a safetensors file, an index of several, a folder with one of both, or an {@code .npz} file
     * @throws org.initweights.io.MismatchException if tensors are missing, unexpected, or of another shape or type; it names
     *     them, and nothing is written
     * @throws org.initweights.io.CheckpointException if a file is not as the format says; nothing is written then, unless the file is
     *     cut off while its elements are read
     * @throws IOException if a file cannot be read; parameters may then hold anything
     */
    public LoadReport load(Path path) throws IOException {
        return load(path, LoadOptions.strict());
    }

    /**
     * Reads the values of parameters from a checkpoint: the short form of {@link #load(Path, LoadOptions)} without changes.
     *
     * @param path as in {@link #load(Path)}
     * @return what was loaded, and what was skipped and why
     * @throws IOException as {@link #load(Path)}; mismatches only if loading is strict
     */
    public LoadReport load(Path path, LoadMode mode) throws IOException {
        return load(path, LoadOptions.of(mode));
    }

    /**
     * Reads the values of parameters from a checkpoint with other names, types or axes, and starts the rest.
     *
     * <p>A parameter is found under each of its {@linkplain Parameter#names() names}. If the file has several of them, they must be equal.
     *
     * @param path as in {@link #load(Path)}
     * @return what was loaded and how, what was initialised, and what was skipped and why
     * @throws IOException as {@link #load(Path)}; mismatches only if loading is strict
     */
    public LoadReport load(Path path, LoadOptions options) throws IOException {
        return WeightReading.load(this, path, options);
    }

    /**
     * Reads the values of parameters from a channel, to its end: a resource of a jar, an entry of an archive, a download. All is copied to a
     * temporary file first, so that a stream that breaks off changes nothing.
     *
     * @param channel has a safetensors or an {@code .npz} file from its position on; it is not closed
     * @throws IOException as {@link #load(Path, LoadOptions)}
     */
    public LoadReport load(ReadableByteChannel channel, LoadOptions options) throws IOException {
        return WeightReading.load(this, channel, options);
    }

    /**
     * Reads the values of parameters from the bytes of a safetensors or an {@code .npz} file.
     *
     * @throws IOException as {@link #load(Path, LoadOptions)}
     */
    public LoadReport load(byte[] bytes, LoadOptions options) throws IOException {
        return load(Channels.newChannel(new ByteArrayInputStream(bytes)), options);
    }

    /**
     * What {@link #load(Path, LoadOptions)} would do, and what it would refuse, as its report; nothing is written.
     *
     * @throws org.initweights.io.CheckpointException if a file is not as the format says, or two names become one
     * @throws IOException if a file cannot be read
     */
    public LoadReport explainLoad(Path path, LoadOptions options) throws IOException {
        return WeightReading.explain(this, path, options);
    }

    public Stream<Parameter> stream() {
        return byName.values().stream();
    }

    @Override
    public Iterator<Parameter> iterator() {
        return stream().iterator();
    }

    /** One line a parameter: its name, shape and fill, and whether it is not trained. */
    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder();
        for (Parameter parameter : this) {
            lines.append(parameter.name())
                    .append(' ')
                    .append(parameter.shape())
                    .append(' ')
                    .append(parameter.hasInitializer() ? parameter.fill() : "no initializer")
                    .append(parameter.isTrainable() ? "" : ", not trained")
                    .append('\n');
        }
        return lines.toString();
    }
}
