package org.initweights.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.initweights.Parameters;
import org.initweights.internal.files.TensorContent;
import org.initweights.internal.files.safetensors.CheckpointWriter;

/**
 * The safetensors format, which PyTorch, JAX and Hugging Face read: the length of a header, the header in JSON, and the elements,
 * little-endian, laid out as the format's own library does: those of the largest alignment first, then by name.
 *
 * <p>Files are written under another name and renamed when they are on the disk, so that half a file is never seen.
 *
 * <p>Any thread may call these methods. Until they return, no other may write the parameters, nor read them while they are read into.
 */
public final class Safetensors {

    private Safetensors() {}

    /**
     * Writes the parameters, with {@code format: pt} as metadata.
     *
     * @throws IllegalArgumentException if names and shapes make a header that is longer than the format allows, 100,000,000 bytes
     * @throws IOException if the file cannot be written; what was there before is then still there
     */
    public static void write(Parameters parameters, Path file) throws IOException {
        write(parameters, Map.of("format", "pt"), file);
    }

    /**
     * Writes the parameters.
     *
     * @param metadata entries for the header's {@code __metadata__}, in the order of the map
     * @throws IllegalArgumentException if names and shapes make a header that is longer than the format allows, 100,000,000 bytes
     * @throws IOException if the file cannot be written; what was there before is then still there
     */
    public static void write(Parameters parameters, Map<String, String> metadata, Path file) throws IOException {
        new CheckpointWriter(contents(parameters), metadata, file).write(Long.MAX_VALUE);
    }

    /**
     * Writes the parameters, to one file or several.
     *
     * @throws IllegalArgumentException if names and shapes make a header that is longer than the format allows, 100,000,000 bytes
     * @throws IOException if a file cannot be written; what was there before is then still there. Or if what was there before cannot be
     *     removed; then the message says that the parameters are saved
     */
    public static void write(Parameters parameters, Path file, SaveOptions options) throws IOException {
        new CheckpointWriter(contents(parameters), options.metadata(parameters), file).write(options.shardBytes());
    }

    private static List<TensorContent> contents(Parameters parameters) {
        return parameters.stream().map(TensorContent::of).toList();
    }

    /**
     * Reads the parameters from a checkpoint: all of them, and there must be no other tensors.
     *
     * @param path what {@link Checkpoint#open} takes
     * @throws MismatchException if a tensor is missing or unexpected, or has another shape or type; nothing is written then
     * @throws CheckpointException if a file is not as the format says; nothing is written then, unless the file is cut off while its
     *     elements are read
     * @throws IOException if a file cannot be read; parameters may then hold anything
     */
    public static LoadReport read(Parameters parameters, Path path) throws IOException {
        return read(parameters, path, LoadMode.STRICT);
    }

    /**
     * Reads the parameters from a checkpoint.
     *
     * @param path what {@link Checkpoint#open} takes
     * @return what was loaded, and what was skipped and why
     * @throws MismatchException if loading is strict and something does not fit; nothing is written then
     * @throws CheckpointException if a file is not as the format says; nothing is written then, unless the file is cut off while its
     *     elements are read
     * @throws IOException if a file cannot be read; parameters may then hold anything
     */
    public static LoadReport read(Parameters parameters, Path path, LoadMode mode) throws IOException {
        return read(path, tensors -> Loader.load(parameters, tensors, LoadOptions.of(mode)));
    }

    /** Opens the checkpoint, and closes it when that is done. */
    static LoadReport read(Path path, WeightFile.Reading reading) throws IOException {
        try (Checkpoint checkpoint = Checkpoint.open(path)) {
            return reading.of(FileTensors.of(checkpoint));
        }
    }
}
