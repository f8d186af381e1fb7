package org.initweights.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.initweights.internal.files.FileStamp;
import org.initweights.internal.files.TensorContent;
import org.initweights.internal.files.checkpoint.GivenTensors;
import org.initweights.internal.files.load.AxisOrder;
import org.initweights.internal.message.Excerpt;

/**
 * The weights that a plan begins with: what {@link org.initweights.Plan} calls.
 *
 * <p>One thread uses it.
 */
public final class GivenWeights implements AutoCloseable {

    private final StoredWeights weights;
    private final LoadOptions options;
    private final List<LoadedTensor> found;
    private final Map<String, TypedTensor> tensors = new LinkedHashMap<>();

    private GivenWeights(StoredWeights weights, LoadOptions options, List<LoadedTensor> found) throws IOException {
        this.weights = weights;
        this.options = options;
        this.found = found;
        for (LoadedTensor tensor : found) {
            WeightTensor stored = weights.find(tensor.nameInFile())
                    .filter(same -> same.type() == tensor.typeInFile())
                    .orElseThrow(() -> new CheckpointException(weights.path(), "it was replaced while it was read"));
            Optional<AxisOrder> axes =
                    tensor.axes().isEmpty() ? Optional.empty() : Optional.of(new AxisOrder(tensor.axes()));
            tensors.put(
                    tensor.name(),
                    new TypedTensor(stored.named(tensor.name(), axes), ElementType.of(tensor.type()), bytes -> {}));
        }
    }

    /**
     * Opens a file and compares it with what is planned.
     *
     * @throws MismatchException if loading is strict and something does not fit
     * @throws CheckpointException if the file is not as its format says
     * @throws IllegalArgumentException if a parameter would be neither in the file nor initialised
     */
    public static GivenWeights open(Parameters planned, Path base, LoadOptions options) throws IOException {
        LoadReport report = planned.explainLoad(base, options);
        if (options.mode() == LoadMode.STRICT && !report.skipped().isEmpty()) {
            throw new MismatchException(base, report.skipped());
        }
        if (options.rest().isEmpty() && report.tensors().size() < planned.size()) {
            throw new IllegalArgumentException(base + " does not have all parameters; missing are "
                    + Excerpt.of(planned.stream()
                            .map(org.initweights.Parameter::name)
                            .filter(name -> !report.loaded().contains(name))
                            .toList())
                    + ", which need initializingRest(source) to start somehow");
        }
        StoredWeights weights = StoredWeights.open(base);
        try {
            GivenWeights opened = new GivenWeights(weights, options, report.tensors());
            opened.check(planned);
            return opened;
        } catch (Throwable e) {
            weights.close();
            throw e;
        }
    }

    /** Finds what is wrong with the bytes, and whether the file is still the one that was compared. */
    private void check(Parameters planned) throws IOException {
        for (LoadedTensor tensor : found) {
            WeightTensor stored = weights.find(tensor.nameInFile()).orElseThrow();
            TensorContent content = content(tensor.name());
            if (!Arrays.equals(
                    content.shape().dims(), planned.get(tensor.name()).shape().dims())) {
                throw new CheckpointException(weights.path(), "it was replaced while it was read");
            }
            stored.verify();
        }
    }

    private TensorContent content(String name) {
        return typed(name).content();
    }

    private TypedTensor typed(String name) {
        return Optional.ofNullable(tensors.get(name)).orElseThrow();
    }

    /** The elements of the parameters that the file has, and which file that is. */
    @SuppressWarnings("exports") // Plan is its only caller.
    public GivenTensors given() throws IOException {
        Map<String, TensorContent> contents = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> contents.put(name, tensor.content()));
        return new GivenTensors(contents, "\n" + options + "\n" + FileStamp.of(weights.files()));
    }

    /** Where the rest draws from. */
    public RandomSource source() {
        return options.rest().orElseGet(() -> RandomSource.seeded(0));
    }

    /** What was done, with what an interrupted run had done before. */
    public List<LoadedTensor> loaded() {
        List<LoadedTensor> done = new ArrayList<>();
        for (LoadedTensor tensor : found) {
            TypedTensor typed = typed(tensor.name());
            typed.readUnlessRead();
            done.add(new LoadedTensor(
                    tensor.name(),
                    tensor.nameInFile(),
                    tensor.typeInFile(),
                    tensor.type(),
                    tensor.axes(),
                    typed.done().overflows()));
        }
        return done;
    }

    @Override
    public void close() throws IOException {
        weights.close();
    }
}
