package org.initweights.io;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipException;
import org.initweights.internal.files.load.AxisOrder;
import org.initweights.internal.files.safetensors.CheckpointFiles;
import org.initweights.internal.files.safetensors.SaveId;
import org.initweights.internal.files.zip.ZipArchive;

/**
 * A file of weights of any format, open to look into: safetensors (one file, or several with an index), {@code .npz},
 * {@code .npy}, or GGUF, which its first bytes tell. The array of an {@code .npy} file has the name of the file without {@code .npy}.
 * {@link LoadOptions} may give the tensors other names and orders of axes, as they give them on the way to a model.
 *
 * <pre>{@code
 * LoadOptions mapping = LoadOptions.strict().withoutPrefix("model.").transposed("**.kernel");
 * try (StoredWeights weights = StoredWeights.open(Path.of("flax.npz"), mapping)) {
 *     weights.tensors().forEach(System.out::println);
 *     WeightCopy.of(weights).withDType(DType.BF16).toSafetensors(Path.of("model.safetensors"), SaveOptions.defaults());
 * }
 * }</pre>
 *
 * <p>Several threads may read at the same time. A thread that is interrupted while it reads closes the file for all of them, as
 * always with Java's channels.
 */
public final class StoredWeights implements AutoCloseable {

    private final Path path;
    private final List<Path> files;
    private final Closeable open;
    private final Map<String, String> metadata;
    private final Map<String, WeightTensor> tensors = new LinkedHashMap<>();
    private final List<UnreadableTensor> unreadable;
    private final List<String> ignored;

    /** A file that was opened, and what is in it. */
    private record Contents(FileTensors tensors, List<Path> files, Map<String, String> metadata, Closeable open) {}

    private StoredWeights(Contents contents, LoadOptions options) throws IOException {
        this.path = contents.tensors().file();
        this.files = contents.files();
        this.open = contents.open();
        StoredNames names = StoredNames.of(contents.tensors(), options);
        names.tensors().forEach((name, tensor) -> {
            Optional<AxisOrder> order = names.axes(name);
            tensors.put(name, new WeightTensor(name, tensor, order));
        });
        this.unreadable = names.unreadable();
        this.ignored = names.ignored();
        this.metadata = names.metadata(contents.metadata());
    }

    /**
     * Opens a file.
     *
     * @param path what {@link Checkpoint#open} takes, an {@code .npz}, {@code .npy} or GGUF file
     * @throws CheckpointException if a file is not as its format says
     * @throws java.nio.file.NoSuchFileException if there is none
     */
    public static StoredWeights open(Path path) throws IOException {
        return open(path, LoadOptions.lenient());
    }

    /**
     * Opens a file, with other names and orders of axes.
     *
     * @param path what {@link Checkpoint#open} takes, an {@code .npz}, {@code .npy} or GGUF file
     * @param options what changes names and axes; if they are strict, a change that changes nothing is refused
     * @throws CheckpointException if a file is not as its format says, two tensors would have one name, or a tensor has not as many axes
     *     as the options say
     * @throws IllegalArgumentException if the options say what only a model can have: conversion, or the start of the rest
     * @throws java.nio.file.NoSuchFileException if there is none
     */
    public static StoredWeights open(Path path, LoadOptions options) throws IOException {
        Objects.requireNonNull(options, "options is null");
        if (options.types() != LoadOptions.TypeChange.REFUSED || options.rest().isPresent()) {
            throw new IllegalArgumentException(
                    options + ": without a model only names and axes change; WeightCopy.withDType converts");
        }
        Contents contents = contents(Objects.requireNonNull(path, "path is null"));
        try {
            return new StoredWeights(contents, options);
        } catch (Throwable e) {
            contents.open().close();
            throw e;
        }
    }

    private static Contents contents(Path path) throws IOException {
        return switch (WeightFile.format(path)) {
            case NPZ -> archive(path);
            case NPY -> new Contents(Npy.tensors(path), List.of(path), Map.of(), () -> {});
            case GGUF -> {
                Gguf file = Gguf.open(path);
                yield new Contents(FileTensors.of(file), List.of(path), texts(file.metadata()), file::close);
            }
            case SAFETENSORS -> {
                Checkpoint checkpoint = Checkpoint.open(path);
                Map<String, String> texts = new LinkedHashMap<>(checkpoint.metadata());
                texts.remove(SaveId.KEY);
                yield new Contents(FileTensors.of(checkpoint), checkpoint.files(), texts, checkpoint::close);
            }
        };
    }

    private static Contents archive(Path path) throws IOException {
        CheckpointFiles.checkRegular(path);
        ZipArchive archive;
        try {
            archive = ZipArchive.open(path);
        } catch (ZipException | EOFException e) {
            throw Npz.unsound(path, e);
        }
        try {
            FileTensors tensors = FileTensors.of(path, ArrayEntries.of(path, archive));
            return new Contents(tensors, List.of(path), Map.of(), archive);
        } catch (ZipException | EOFException e) {
            archive.close();
            throw Npz.unsound(path, e);
        } catch (Throwable e) {
            archive.close();
            throw e;
        }
    }

    /** What llama.cpp says of a model, without its long lists, such as the tokens. */
    private static Map<String, String> texts(Map<String, Object> metadata) {
        Map<String, String> texts = new LinkedHashMap<>();
        metadata.forEach((key, value) -> {
            if (!(value instanceof Collection)) {
                texts.put(key, String.valueOf(value));
            }
        });
        return texts;
    }

    /** The file or the index that was opened. */
    public Path path() {
        return path;
    }

    /** The files that hold the tensors. */
    public List<Path> files() {
        return files;
    }

    /**
     * What the file says beside its tensors, as texts: of safetensors the metadata, in which the names of tied tensors change as those of
     * tensors do; of GGUF all but the lists; of NumPy's nothing.
     */
    public Map<String, String> metadata() {
        return metadata;
    }

    /** All tensors of known types, in the order of the file. */
    public Collection<WeightTensor> tensors() {
        return Collections.unmodifiableCollection(tensors.values());
    }

    /** What is there and is not read, by its changed name: unknown types, quantised tensors, texts and objects. */
    public List<UnreadableTensor> unreadable() {
        return unreadable;
    }

    /** The names in the file of the tensors that {@link LoadOptions#ignoring} leaves alone: here they are not there. */
    public List<String> ignored() {
        return ignored;
    }

    /** The tensor that has this name after all changes. */
    public Optional<WeightTensor> find(String name) {
        return Optional.ofNullable(tensors.get(name));
    }

    /** Closes the file. After that nothing can be read. */
    @Override
    public void close() throws IOException {
        open.close();
    }
}
