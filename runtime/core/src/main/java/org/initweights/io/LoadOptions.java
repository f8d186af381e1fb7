package org.initweights.io;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.initweights.RandomSource;
import org.initweights.internal.files.load.AxisOrder;
import org.initweights.internal.select.NamePattern;

/**
 * How a file's tensors become a model's parameters: what is refused, how names, types and axes change, and what becomes of parameters that the
 * file does not have. Options are values: each method returns others.
 *
 * <pre>{@code
 * // A checkpoint of Hugging Face's GPT-2, half precision, into a model with names of its own and a new head.
 * LoadReport report = parameters.load(Path.of("gpt2"), LoadOptions.lenient()
 *         .withoutPrefix("transformer.")
 *         .renamed("^h\\.(\\d+)", "blocks.$1")
 *         .transposed("**.c_attn.weight")
 *         .converted()
 *         .initializingRest(RandomSource.seeded(42)));
 * }</pre>
 *
 * <p>Names change in the order in which the changes are given. An option that changes nothing is a mistake as a missing tensor is one: strict
 * loading refuses it, lenient loading reports it.
 *
 * <p>Options are immutable, and threads may share them, if their functions and their source of random numbers may be.
 */
public final class LoadOptions {

    private final LoadMode mode;
    private final List<NameChange> names;
    private final List<NamePattern> ignored;
    private final List<AxisChange> axes;
    private final TypeChange types;
    private final Optional<RandomSource> rest;

    private LoadOptions(
            LoadMode mode,
            List<NameChange> names,
            List<NamePattern> ignored,
            List<AxisChange> axes,
            TypeChange types,
            Optional<RandomSource> rest) {
        this.mode = mode;
        this.names = names;
        this.ignored = ignored;
        this.axes = axes;
        this.types = types;
        this.rest = rest;
    }

    /** What may become of a tensor of another type. */
    enum TypeChange {
        /** It is a mismatch. */
        REFUSED,
        /** Floats are rounded to nearest even. */
        ROUNDED
    }

    /** All parameters must be in the file, and nothing else; if anything does not fit, nothing is loaded. */
    public static LoadOptions strict() {
        return of(LoadMode.STRICT);
    }

    /** What fits is loaded, and the report says what does not. */
    public static LoadOptions lenient() {
        return of(LoadMode.LENIENT);
    }

    /** Loading as a mode says, without any change. */
    public static LoadOptions of(LoadMode mode) {
        return new LoadOptions(
                Objects.requireNonNull(mode, "mode"),
                List.of(),
                List.of(),
                List.of(),
                TypeChange.REFUSED,
                Optional.empty());
    }

    /** Takes {@code prefix} off the names of the file that begin with it: {@code "model."}, {@code "module."}. */
    public LoadOptions withoutPrefix(String prefix) {
        return with(new NameChange.WithoutPrefix(notEmpty(prefix)));
    }

    /** Puts {@code prefix} before all names of the file: the file has a part of the model. */
    public LoadOptions withPrefix(String prefix) {
        return with(new NameChange.WithPrefix(notEmpty(prefix)));
    }

    /**
     * Replaces each match of a regular expression in the names of the file.
     *
     * @param regex as in {@link Pattern}: {@code "^blocks\\.(\\d+)"}
     * @param replacement as in {@link java.util.regex.Matcher#replaceAll(String)}: {@code "layers.$1"}
     * @throws IllegalArgumentException if one of both is no such text, with the place
     */
    public LoadOptions renamed(String regex, String replacement) {
        return with(NameChange.Renamed.of(
                Objects.requireNonNull(regex, "regex"), Objects.requireNonNull(replacement, "replacement")));
    }

    /** Gives the names of the file to a function, which returns those of the model. */
    public LoadOptions renamed(UnaryOperator<String> function) {
        return with(new NameChange.Mapped(Objects.requireNonNull(function, "function")));
    }

    /**
     * Leaves tensors of the file alone, as if they were not there: what the model has no parameters for, such as causal masks and the
     * running statistics of a batch normalisation, or a head that is to start anew with {@link #initializingRest}. The report names
     * them.
     *
     * <pre>{@code
     * LoadOptions.strict().ignoring("running_*").ignoring("num_batches_tracked")
     * }</pre>
     *
     * @param pattern names after all changes, as messages show them; as in {@link org.initweights.Parameters#named}
     */
    public LoadOptions ignoring(String pattern) {
        NamePattern names = NamePattern.of(notEmpty(pattern));
        return new LoadOptions(mode, this.names, with(ignored, names), axes, types, rest);
    }

    /** How {@link #ignoring} is written. */
    static String ignoringWords(NamePattern pattern) {
        return "ignoring(\"" + pattern + "\")";
    }

    /**
     * Rounds floats of another type to the parameter's, to nearest even. The report counts the finite ones that become infinite. Integers of
     * another type become the parameter's if all of them fit; if not, that is a mismatch, and so are floats for integers and integers for
     * floats. Without this, any other type is a mismatch.
     */
    public LoadOptions converted() {
        return new LoadOptions(mode, names, ignored, axes, TypeChange.ROUNDED, rest);
    }

    /**
     * Matrices that are transposed in the file, such as those of Hugging Face's {@code Conv1D} and of Keras' {@code Dense}.
     *
     * @param pattern names in the model, as in {@link org.initweights.Parameters#named}
     */
    public LoadOptions transposed(String pattern) {
        return permuted("transposed(\"" + pattern + "\")", pattern, 1, 0);
    }

    /**
     * Tensors whose axes have another order in the file, as in {@code numpy.transpose(a, axes)}: kernels of Keras and Flax,
     * {@code [height, width, in, out]}, become PyTorch's by {@code permuted("**.kernel", 3, 2, 0, 1)}.
     * The order that the axes have is for tensors that another option would change.
     *
     * @param pattern names in the model, as in {@link org.initweights.Parameters#named}
     * @param axes for each axis of the model its number in the file
     * @throws IllegalArgumentException if they are not each number from 0 on once
     */
    public LoadOptions permuted(String pattern, int... axes) {
        return permuted(
                "permuted(\"" + pattern + "\", "
                        + String.join(
                                ", ",
                                IntStream.of(axes).mapToObj(Integer::toString).toList()) + ")",
                pattern,
                axes);
    }

    private LoadOptions permuted(String words, String pattern, int... order) {
        AxisOrder axisOrder = new AxisOrder(IntStream.of(order).boxed().toList());
        AxisChange change = new AxisChange(NamePattern.of(notEmpty(pattern)), axisOrder, words);
        return new LoadOptions(mode, names, ignored, with(axes, change), types, rest);
    }

    /**
     * Initialises what is not loaded as the model says: parameters that the file does not have and, in lenient loading, those that do not
     * fit. That is fine-tuning with a new head in one call.
     *
     * @param source of the random numbers
     */
    public LoadOptions initializingRest(RandomSource source) {
        return new LoadOptions(
                mode, names, ignored, axes, types, Optional.of(Objects.requireNonNull(source, "source")));
    }

    private LoadOptions with(NameChange change) {
        return new LoadOptions(mode, with(names, change), ignored, axes, types, rest);
    }

    private static <T> List<T> with(List<T> list, T element) {
        return Stream.concat(list.stream(), Stream.of(element)).toList();
    }

    private static String notEmpty(String text) {
        if (Objects.requireNonNull(text, "text").isEmpty()) {
            throw new IllegalArgumentException("an empty text is no prefix and no pattern of names");
        }
        return text;
    }

    LoadMode mode() {
        return mode;
    }

    List<NameChange> names() {
        return names;
    }

    List<NamePattern> ignored() {
        return ignored;
    }

    List<AxisChange> axes() {
        return axes;
    }

    TypeChange types() {
        return types;
    }

    Optional<RandomSource> rest() {
        return rest;
    }

    /** {@code lenient().withoutPrefix("model.").converted()}. */
    @Override
    public String toString() {
        StringBuilder words = new StringBuilder(mode == LoadMode.STRICT ? "strict()" : "lenient()");
        names.forEach(change -> words.append('.').append(change));
        ignored.forEach(pattern -> words.append('.').append(ignoringWords(pattern)));
        axes.forEach(change -> words.append('.').append(change));
        if (types == TypeChange.ROUNDED) {
            words.append(".converted()");
        }
        rest.ifPresent(
                source -> words.append(".initializingRest(").append(source).append(')'));
        return words.toString();
    }
}
