package org.initweights.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.initweights.internal.files.Closing;
import org.initweights.internal.files.safetensors.SafetensorsFile;
import org.initweights.internal.files.safetensors.SaveId;
import org.initweights.internal.files.safetensors.ShardIndex;
import org.initweights.internal.files.safetensors.TensorEntry;
import org.initweights.internal.files.safetensors.UnknownEntry;
import org.initweights.internal.message.Excerpt;

/**
 * A safetensors checkpoint, open to look into: one file, or several with an index. Headers are read and checked when it is opened;
 * elements are read when they are asked for, and need no model.
 *
 * <pre>{@code
 * try (Checkpoint checkpoint = Checkpoint.open(Path.of("model.safetensors"))) {
 *     for (CheckpointTensor tensor : checkpoint.tensors()) {
 *         System.out.println(tensor.name() + " " + tensor.type() + " " + tensor.shape());
 *     }
 *     double[] first = new double[10];
 *     checkpoint.get("conv1.weight").read(0, first);
 * }
 * }</pre>
 *
 * <p>Several threads may read at the same time. A thread that is interrupted while it reads closes the file for all of them, as
 * always with Java's channels.
 */
public final class Checkpoint implements AutoCloseable {

    private final Path path;
    private final List<SafetensorsFile> files = new ArrayList<>();
    private final Map<String, CheckpointTensor> tensors = new LinkedHashMap<>();
    private final Map<String, UnreadableTensor> unreadable = new LinkedHashMap<>();

    /** The file of each tensor, of those that are not read too. */
    private final Map<String, Path> places = new LinkedHashMap<>();

    private Checkpoint(Path path) {
        this.path = path;
    }

    /**
     * Opens a checkpoint.
     *
     * @param path a safetensors file; an index, {@code model.safetensors.index.json}; a folder that has one of both; or the name of
     *     the single file, where an index is there instead of it
     * @throws CheckpointException if a file is not as the format says, or a folder has several checkpoints
     * @throws java.nio.file.NoSuchFileException if there is no checkpoint
     */
    public static Checkpoint open(Path path) throws IOException {
        return WholeSave.open(path, Checkpoint::of);
    }

    private static Checkpoint of(WholeSave save) throws IOException {
        Checkpoint checkpoint = new Checkpoint(save.path());
        try {
            if (save.index().isPresent()) {
                checkpoint.addShards(save.index().get());
            } else {
                checkpoint.addTensors(checkpoint.openFile(save.path()));
            }
            return checkpoint;
        } catch (Throwable e) {
            checkpoint.close();
            throw e;
        }
    }

    private void addShards(ShardIndex index) throws IOException {
        for (String shard : index.shards()) {
            openFile(path.resolveSibling(shard));
        }
        for (SafetensorsFile file : files) {
            checkSave(file, index);
        }
        checkSameDraw();
        checkUnchanged(index);
        for (SafetensorsFile file : files) {
            addTensors(file);
        }
        for (Map.Entry<String, Path> place : places.entrySet()) {
            String shard = index.files().get(place.getKey());
            if (!place.getValue().endsWith(String.valueOf(shard))) {
                throw new CheckpointException(
                        path,
                        place.getKey(),
                        "it is in " + place.getValue().getFileName() + ", but "
                                + (shard == null ? "not in the index" : "the index says in " + Excerpt.of(shard)));
            }
        }
        for (Map.Entry<String, String> entry : index.files().entrySet()) {
            if (!places.containsKey(entry.getKey())) {
                throw new CheckpointException(
                        path,
                        entry.getKey(),
                        "the index says that it is in " + Excerpt.of(entry.getValue()) + ", but it is not");
            }
        }
    }

    private void checkSave(SafetensorsFile file, ShardIndex index) throws CheckpointException {
        Optional<SaveId> found = SaveId.ofMetadata(file.header().metadata());
        if (index.save().isPresent() && !index.save().equals(found)) {
            throw new WholeSave.OtherSaveException(
                    file.path(),
                    "it is not of the same save as " + path.getFileName() + ": " + SaveId.KEY + " is "
                            + found.map(SaveId::text).orElse("missing") + ", and in the index "
                            + index.save().get().text() + "; save again, or if you have changed the file yourself,"
                            + " remove " + SaveId.KEY + " from the index");
        }
    }

    /** The index of files that are drawn says nothing of the random source, but the files do. */
    private void checkSameDraw() throws CheckpointException {
        Optional<SaveId> first = Optional.empty();
        for (SafetensorsFile file : files) {
            Optional<SaveId> found = SaveId.ofMetadata(file.header().metadata());
            if (first.isPresent() && found.isPresent() && !found.equals(first)) {
                throw new WholeSave.OtherSaveException(
                        file.path(),
                        "it is not of the same save as " + files.get(0).path().getFileName() + ": " + SaveId.KEY
                                + " is "
                                + found.get().text() + ", and there "
                                + first.get().text() + "; write all files of one plan from one source");
            }
            first = first.or(() -> found);
        }
    }

    /** The index of another tool does not say which save its files belong to: then one of ours may have replaced them meanwhile. */
    private void checkUnchanged(ShardIndex index) throws IOException {
        boolean hasOurs = files.stream()
                .anyMatch(file -> SaveId.ofMetadata(file.header().metadata()).isPresent());
        if (index.save().isEmpty() && hasOurs && !ShardIndex.read(path).equals(index)) {
            throw new WholeSave.OtherSaveException(path, "it was replaced while it was read");
        }
    }

    private SafetensorsFile openFile(Path path) throws IOException {
        SafetensorsFile file = SafetensorsFile.open(path);
        files.add(file);
        return file;
    }

    private void addTensors(SafetensorsFile file) throws CheckpointException {
        for (TensorEntry entry : file.header().tensors()) {
            place(entry.name(), file.path());
            tensors.put(entry.name(), new CheckpointTensor(file, entry));
        }
        for (UnknownEntry entry : file.header().unknown()) {
            place(entry.name(), file.path());
            unreadable.put(
                    entry.name(),
                    new UnreadableTensor(entry.name(), UnreadableTensor.Cause.UNSUPPORTED, entry.reason()));
        }
    }

    private void place(String name, Path file) throws CheckpointException {
        Path other = places.put(name, file);
        if (other != null) {
            throw new CheckpointException(file, name, "it is in " + other.getFileName() + " too");
        }
    }

    /** The file or the index that was opened. */
    public Path path() {
        return path;
    }

    /** The files that hold the tensors. */
    public List<Path> files() {
        return files.stream().map(SafetensorsFile::path).toList();
    }

    /** The metadata of the files, for example {@code format: pt}. If several files disagree, the first one counts. */
    public Map<String, String> metadata() {
        if (files.size() == 1) {
            return files.get(0).header().metadata();
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        files.forEach(file -> file.header().metadata().forEach(metadata::putIfAbsent));
        return Collections.unmodifiableMap(metadata);
    }

    /** All tensors of known types, in the order of their files and of their bytes in them. */
    public Collection<CheckpointTensor> tensors() {
        return Collections.unmodifiableCollection(tensors.values());
    }

    /** The tensors whose types are not known here, and so cannot be read; none in nearly every file. */
    public Collection<UnreadableTensor> unreadable() {
        return Collections.unmodifiableCollection(unreadable.values());
    }

    /** The tensor of this name, if there is one of a known type. */
    public Optional<CheckpointTensor> find(String name) {
        return Optional.ofNullable(tensors.get(name));
    }

    /**
     * The tensor of this name.
     *
     * @throws NoSuchElementException if there is none, or its type is not known
     */
    public CheckpointTensor get(String name) {
        return find(name)
                .orElseThrow(() -> new NoSuchElementException(
                        unreadable.containsKey(name)
                                ? path + ": " + unreadable.get(name)
                                : path + " has no tensor named " + name + "; there are "
                                        + Excerpt.of(tensors.keySet())));
    }

    /** Closes the files. After that nothing can be read. */
    @Override
    public void close() throws IOException {
        Closing.all(files);
    }
}
