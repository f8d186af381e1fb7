package org.initweights.io;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.initweights.Parameters;
import org.initweights.internal.files.gguf.GgufEntry;
import org.initweights.internal.files.gguf.GgufException;
import org.initweights.internal.files.gguf.GgufHeader;
import org.initweights.internal.files.gguf.GgufReader;
import org.initweights.internal.files.safetensors.CheckpointFiles;
import org.initweights.internal.message.Excerpt;

/**
 * A file of llama.cpp, open to look into: names, shapes and metadata, the numbers of tensors that are not quantised, and the bytes of
 * all.
 *
 * <pre>{@code
 * try (Gguf file = Gguf.open(Path.of("model-f16.gguf"))) {
 *     Object architecture = file.metadata().get("general.architecture");
 *     double[] first = new double[10];
 *     file.get("token_embd.weight").read(0, first);
 * }
 * Gguf.read(parameters, Path.of("model-f16.gguf"), LoadMode.LENIENT);
 * }</pre>
 *
 * <p>Versions 2 and 3 are read, little- and big-endian. Shapes are as in PyTorch. A model in several files is read file by file.
 *
 * <p>Several threads may read at the same time. A thread that is interrupted while it reads closes the file for all of them, as
 * always with Java's channels.
 */
public final class Gguf implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;
    private final GgufHeader header;
    private final Map<String, GgufTensor> tensors = new LinkedHashMap<>();
    private final List<UnreadableTensor> unknown = new ArrayList<>();

    /** Where the bytes of all tensors are. */
    record Storage(Path file, FileChannel channel, ByteOrder order) {}

    private Gguf(Path path, FileChannel channel) throws IOException {
        this.path = path;
        this.channel = channel;
        try {
            this.header = GgufReader.read(channel);
            Storage storage = new Storage(path, channel, header.order());
            for (GgufEntry entry : header.tensors()) {
                add(entry, storage);
            }
        } catch (GgufException e) {
            throw new CheckpointException(path, String.valueOf(e.getMessage()), e);
        }
    }

    private void add(GgufEntry entry, Storage storage) throws GgufException {
        Optional<GgufType> type = entry.type();
        if (type.isPresent()) {
            long position = header.dataStart() + entry.begin();
            tensors.put(
                    entry.name(),
                    new GgufTensor(storage, position, entry.name(), type.get(), entry.shape(), entry.bytes()));
        } else {
            unknown.add(unsupported(
                    entry.name(),
                    "its type has the number " + Integer.toUnsignedString(entry.typeCode())
                            + ", which is not known here; its shape is " + entry.shape()));
        }
    }

    private static UnreadableTensor unsupported(String name, String reason) {
        return new UnreadableTensor(name, UnreadableTensor.Cause.UNSUPPORTED, reason);
    }

    /**
     * Opens a file and checks its header against its length.
     *
     * @throws CheckpointException if it is no sound GGUF file
     */
    public static Gguf open(Path path) throws IOException {
        CheckpointFiles.checkRegular(path);
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new Gguf(path, channel);
        } catch (Throwable e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Reads the parameters: all of them, and there must be no other tensors, and none that is quantised.
     *
     * @throws MismatchException if a tensor is missing or unexpected, quantised, or has another shape or type; nothing is written then
     * @throws CheckpointException if the file is not as the format says; nothing is written then, unless the file is cut off while its
     *     elements are read
     * @throws IOException if the file cannot be read; parameters may then hold anything
     */
    public static LoadReport read(Parameters parameters, Path path) throws IOException {
        return read(parameters, path, LoadMode.STRICT);
    }

    /**
     * Reads the parameters.
     *
     * @return what was loaded, and what was skipped and why
     * @throws MismatchException if loading is strict and something does not fit; nothing is written then
     * @throws CheckpointException if the file is not as the format says; nothing is written then, unless the file is cut off while its
     *     elements are read
     * @throws IOException if the file cannot be read; parameters may then hold anything
     */
    public static LoadReport read(Parameters parameters, Path path, LoadMode mode) throws IOException {
        return read(path, tensors -> Loader.load(parameters, tensors, LoadOptions.of(mode)));
    }

    /** Opens the file, and closes it when that is done. */
    static LoadReport read(Path path, WeightFile.Reading reading) throws IOException {
        try (Gguf file = open(path)) {
            return reading.of(FileTensors.of(file));
        }
    }

    /** The tensors whose elements are numbers of their own. */
    List<GgufElements> loadable() {
        return tensors.values().stream()
                .flatMap(tensor -> tensor.type().elementType().stream().map(type -> new GgufElements(tensor, type)))
                .toList();
    }

    /** The tensors that are quantised, or of a type that is not known here. */
    List<UnreadableTensor> notLoadable() {
        List<UnreadableTensor> all = new ArrayList<>(unknown);
        for (GgufTensor tensor : tensors.values()) {
            if (tensor.type().elementType().isEmpty()) {
                all.add(unsupported(
                        tensor.name(),
                        "it is quantised as " + tensor.type() + " " + tensor.shape()
                                + "; load from a file of F32, F16 or BF16"));
            }
        }
        return all;
    }

    /** The file that was opened. */
    public Path path() {
        return path;
    }

    /** The version of the format, 2 or 3. */
    public int version() {
        return header.version();
    }

    /**
     * The metadata, in the order of the file. A value is a {@code String}, a {@code Boolean}, a {@code Long}, a {@code Double}, a
     * {@code java.math.BigInteger} (an unsigned integer beyond {@code long}), or an unmodifiable {@code List} of one of these.
     */
    public Map<String, Object> metadata() {
        return header.metadata();
    }

    /** All tensors of known types, in the order of the file, quantised ones too. */
    public Collection<GgufTensor> tensors() {
        return Collections.unmodifiableCollection(tensors.values());
    }

    /** The tensors whose types are not known here, so that their sizes are not either. */
    public Collection<UnreadableTensor> unreadable() {
        return Collections.unmodifiableList(unknown);
    }

    /** The tensor of this name, if there is one of a known type. */
    public Optional<GgufTensor> find(String name) {
        return Optional.ofNullable(tensors.get(name));
    }

    /**
     * The tensor of this name.
     *
     * @throws NoSuchElementException if there is none of a known type
     */
    public GgufTensor get(String name) {
        return find(name)
                .orElseThrow(() -> new NoSuchElementException(
                        path + " has no tensor named " + name + "; there are " + Excerpt.of(tensors.keySet())));
    }

    /** Closes the file. After that nothing can be read. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
