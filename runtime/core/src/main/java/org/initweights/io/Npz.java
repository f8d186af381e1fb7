package org.initweights.io;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.initweights.Parameters;
import org.initweights.internal.files.StagedFile;
import org.initweights.internal.files.TensorContent;
import org.initweights.internal.files.numpy.Checksum;
import org.initweights.internal.files.numpy.NpyWriter;
import org.initweights.internal.files.safetensors.CheckpointFiles;
import org.initweights.internal.files.zip.ZipArchive;
import org.initweights.internal.message.Excerpt;

/**
 * Parameters in NumPy's archive, each an array under its name: {@code np.load("model.npz")["layers.0.weight"]}. See {@link Npy} for
 * what an array may be.
 *
 * <p>What an archive has beside arrays of numbers (texts, objects, dates, records, other files, entries of other compressions, a name twice) does not stand in
 * the way of the others: strict loading names it as a {@linkplain Mismatch.Unreadable mismatch}, lenient loading skips and reports it.
 * The file may be on any file system, as in a jar.
 *
 * <p>Any thread may call these methods. Until they return, no other may write the parameters, nor read them while they are read into.
 */
public final class Npz {

    /** An entry in the directory of a zip file has at most 65,535 bytes; everything but the name takes less than 128 of them. */
    private static final int LONGEST_NAME = 65_535 - 128;

    /** The same for each entry, so that the same parameters give the same bytes; it is NumPy's. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Npz() {}

    /**
     * Writes the parameters as they are, like {@code np.savez}; the file is there as a whole or not at all.
     *
     * @throws IllegalArgumentException if a name is longer than a zip file allows; nothing is written then
     * @throws IOException if the file cannot be written; what was there before is then still there
     */
    public static void write(Parameters parameters, Path file) throws IOException {
        write(contents(parameters), file, Npz::stored);
    }

    /**
     * Writes the parameters compressed, like {@code np.savez_compressed}. Random numbers hardly become smaller.
     *
     * @throws IllegalArgumentException if a name is longer than a zip file allows; nothing is written then
     * @throws IOException if the file cannot be written; what was there before is then still there
     */
    public static void writeCompressed(Parameters parameters, Path file) throws IOException {
        write(contents(parameters), file, tensor -> entry(tensor, ZipEntry.DEFLATED));
    }

    private static List<TensorContent> contents(Parameters parameters) {
        return parameters.stream().map(TensorContent::of).toList();
    }

    /** Writes tensors as they are, like {@code np.savez}. */
    static void write(List<TensorContent> tensors, Path file) throws IOException {
        write(tensors, file, Npz::stored);
    }

    private static void write(List<TensorContent> tensors, Path file, Function<TensorContent, ZipEntry> entries)
            throws IOException {
        tensors.forEach(Npz::checkName);
        try (StagedFile staged = StagedFile.of(file)) {
            ZipOutputStream zip =
                    new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(staged.channel())));
            for (TensorContent tensor : tensors) {
                zip.putNextEntry(entries.apply(tensor));
                NpyWriter.write(tensor, Channels.newChannel(zip));
                zip.closeEntry();
            }
            zip.finish();
            zip.flush();
            staged.seal();
            staged.publish();
        }
    }

    private static void checkName(TensorContent tensor) {
        int bytes = (tensor.name() + ArrayEntries.EXTENSION).getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LONGEST_NAME) {
            throw new IllegalArgumentException(Excerpt.of(tensor.name()) + ": a name of " + bytes
                    + " bytes; an .npz file has room for " + LONGEST_NAME + ", so use a shorter one, or safetensors");
        }
    }

    private static ZipEntry entry(TensorContent tensor, int method) {
        ZipEntry entry = new ZipEntry(tensor.name() + ArrayEntries.EXTENSION);
        entry.setTimeLocal(TIME);
        entry.setMethod(method);
        return entry;
    }

    /** An entry that is not compressed: the format wants its size and checksum before its bytes. */
    private static ZipEntry stored(TensorContent tensor) {
        ZipEntry entry = entry(tensor, ZipEntry.STORED);
        Checksum checksum = Checksum.of(tensor);
        entry.setSize(checksum.bytes());
        entry.setCrc(checksum.crc());
        return entry;
    }

    /**
     * Reads the parameters: all of them, and there must be no other arrays.
     *
     * @throws MismatchException if an array is missing or unexpected, or has another shape or type; nothing is written then
     * @throws CheckpointException if the file is not as the format says, the checksum of any array that is read included;
     *     nothing is written then, unless the file changes while it is read
     * @throws IOException if the file cannot be read; if it could be read once, and not again, parameters may hold anything
     */
    public static LoadReport read(Parameters parameters, Path file) throws IOException {
        return read(parameters, file, LoadMode.STRICT);
    }

    /**
     * Reads the parameters.
     *
     * @return what was loaded, and what was skipped and why
     * @throws MismatchException if loading is strict and something does not fit; nothing is written then
     * @throws CheckpointException if the file is not as the format says, the checksum of any array that is read included;
     *     nothing is written then, unless the file changes while it is read
     * @throws IOException if the file cannot be read; if it could be read once, and not again, parameters may hold anything
     */
    public static LoadReport read(Parameters parameters, Path file, LoadMode mode) throws IOException {
        return read(parameters, file, LoadOptions.of(mode));
    }

    /**
     * Reads the parameters.
     *
     * @return what was loaded and how, what was initialised, and what was skipped and why
     * @throws MismatchException if loading is strict and something does not fit; nothing is written then
     * @throws CheckpointException if the file is not as the format says, the checksum of any array that is read included, or two names
     *     become one; nothing is written then, unless the file changes while it is read
     * @throws IOException if the file cannot be read; if it could be read once, and not again, parameters may hold anything
     */
    public static LoadReport read(Parameters parameters, Path file, LoadOptions options) throws IOException {
        return read(file, tensors -> Loader.load(parameters, tensors, options));
    }

    /** Opens the archive, and closes it when that is done. */
    static LoadReport read(Path file, WeightFile.Reading reading) throws IOException {
        CheckpointFiles.checkRegular(file);
        try (ZipArchive archive = ZipArchive.open(file)) {
            return reading.of(FileTensors.of(file, ArrayEntries.of(file, archive)));
        } catch (ZipException | EOFException e) {
            throw unsound(file, e);
        }
    }

    /** What is wrong with an archive. */
    static CheckpointException unsound(Path file, IOException cause) {
        return new CheckpointException(file, "it is no sound .npz file: " + cause.getMessage(), cause);
    }
}
