package org.initweights.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.initweights.DType;
import org.initweights.internal.files.TensorContent;
import org.initweights.internal.files.numpy.NpyHeader;
import org.initweights.internal.files.numpy.NpyWriter;
import org.initweights.internal.files.safetensors.CheckpointWriter;
import org.initweights.internal.message.Excerpt;

/**
 * Copies open {@link StoredWeights} to a file of another format, or with elements of another type, one piece after the other: a file may be
 * larger than memory. Copies are values: each method returns others.
 *
 * <pre>{@code
 * try (StoredWeights weights = StoredWeights.open(Path.of("model.npz"))) {
 *     WeightCopy.of(weights).withDType(DType.BF16).toSafetensors(Path.of("model.safetensors"), SaveOptions.defaults());
 * }
 * }</pre>
 *
 * <p>A new file is there as a whole or not at all; what was there before is replaced then.
 *
 * <p>They are immutable, and threads may share them if they may share what listens.
 */
public final class WeightCopy {

    private final StoredWeights weights;
    private final Optional<DType> type;
    private final boolean skipping;
    private final LongConsumer bytesRead;

    private WeightCopy(StoredWeights weights, Optional<DType> type, boolean skipping, LongConsumer bytesRead) {
        this.weights = weights;
        this.type = type;
        this.skipping = skipping;
        this.bytesRead = bytesRead;
    }

    /** A copy with the same types of elements. */
    public static WeightCopy of(StoredWeights weights) {
        return new WeightCopy(Objects.requireNonNull(weights, "weights is null"), Optional.empty(), false, bytes -> {});
    }

    /**
     * This copy, but floats of {@code F64}, {@code F32}, {@code F16} and {@code BF16} are rounded to a type, to nearest even. Integers, truth
     * values, complex numbers and smaller floats stay as they are.
     *
     * @throws IllegalArgumentException if the type is one of integers
     */
    public WeightCopy withDType(DType dtype) {
        if (dtype.isInteger()) {
            throw new IllegalArgumentException(
                    "floats are not rounded to " + dtype + "; withDType is for F64, F32, F16 and BF16");
        }
        return new WeightCopy(weights, Optional.of(dtype), skipping, bytesRead);
    }

    /** This copy, without what {@link StoredWeights#unreadable()} names, which otherwise is refused. */
    public WeightCopy skippingUnreadable() {
        return new WeightCopy(weights, type, true, bytesRead);
    }

    /**
     * This copy, which says how far it is.
     *
     * @param listener is told how many bytes of the tensors were copied, after each piece
     */
    public WeightCopy withProgress(LongConsumer listener) {
        return new WeightCopy(weights, type, skipping, Objects.requireNonNull(listener, "listener is null"));
    }

    /** What {@link #toSafetensors} would do with each tensor, in the order of the file; nothing is read or written. */
    public List<CopiedTensor> explain() throws IOException {
        return typed(1).stream().map(TypedTensor::done).toList();
    }

    /**
     * What {@link #toNpz} would do with each tensor, in the order of the file; nothing is read or written.
     *
     * @throws CheckpointException if something cannot be read, and is not skipped
     * @throws IllegalArgumentException if NumPy has no such type or number of axes, or a name is too long
     */
    public List<CopiedTensor> explainNpz() throws IOException {
        List<TypedTensor> tensors = typed(2);
        tensors.forEach(tensor -> checkArray(tensor.content()));
        return inNpz(tensors.stream().map(TypedTensor::done).toList());
    }

    /** An array may have another type than its tensor. */
    private static List<CopiedTensor> inNpz(List<CopiedTensor> copied) {
        return copied.stream()
                .map(tensor -> new CopiedTensor(
                        tensor.name(),
                        tensor.nameInFile(),
                        tensor.typeInFile(),
                        NpyWriter.written(tensor.type()),
                        tensor.axes(),
                        tensor.overflows()))
                .toList();
    }

    /**
     * Writes a checkpoint of safetensors.
     *
     * @param options how many files it becomes, and what is in the metadata beside what the file says already
     * @return what was done with each tensor, in the order of the file
     * @throws CheckpointException if something cannot be read, and is not skipped; nothing is written then
     * @throws IllegalArgumentException if names and shapes make a header that is longer than the format allows
     * @throws IOException if a file cannot be read or written; what was there before is then still there
     */
    public List<CopiedTensor> toSafetensors(Path file, SaveOptions options) throws IOException {
        Map<String, String> metadata = new LinkedHashMap<>(weights.metadata());
        options.metadata().forEach(metadata::putIfAbsent);
        return write(1, contents -> new CheckpointWriter(contents, metadata, file).write(options.shardBytes()));
    }

    /**
     * Writes an {@code .npz} file, which has no metadata. {@code BF16}, which NumPy lacks, is written as {@code float32}.
     *
     * @return what was done with each tensor, in the order of the file
     * @throws CheckpointException if something cannot be read, and is not skipped; nothing is written then
     * @throws IllegalArgumentException if NumPy has no such type or number of axes, or a name is too long; nothing is written then
     * @throws IOException if a file cannot be read or written; what was there before is then still there
     */
    public List<CopiedTensor> toNpz(Path file) throws IOException {
        // Each tensor is read twice: a zip file has the checksum of an entry before its bytes.
        return inNpz(write(2, contents -> {
            contents.forEach(WeightCopy::checkArray);
            Npz.write(contents, file);
        }));
    }

    private static void checkArray(TensorContent tensor) {
        try {
            NpyHeader.of(NpyWriter.written(tensor.type()), tensor.shape()).encoded();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    Excerpt.of(tensor.name()) + ": " + e.getMessage() + "; safetensors has room for it", e);
        }
    }

    private interface Writing {
        void write(List<TensorContent> contents) throws IOException;
    }

    private List<CopiedTensor> write(int passes, Writing writing) throws IOException {
        List<TypedTensor> tensors = typed(passes);
        try {
            writing.write(tensors.stream().map(TypedTensor::content).toList());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return tensors.stream().map(TypedTensor::done).toList();
    }

    private List<TypedTensor> typed(int passes) throws CheckpointException {
        if (!skipping && !weights.unreadable().isEmpty()) {
            int count = weights.unreadable().size();
            throw new CheckpointException(
                    weights.path(),
                    weights.unreadable().get(0)
                            + (count == 1 ? "" : "; there are " + count + " such tensors")
                            + "; skippingUnreadable() leaves "
                            + (count == 1 ? "it" : "them") + " out");
        }
        return weights.tensors().stream()
                .map(tensor -> new TypedTensor(tensor, type(tensor), bytes -> bytesRead.accept(bytes / passes)))
                .toList();
    }

    private ElementType type(WeightTensor tensor) {
        return tensor.type().isFloat() ? type.map(ElementType::of).orElse(tensor.type()) : tensor.type();
    }
}
