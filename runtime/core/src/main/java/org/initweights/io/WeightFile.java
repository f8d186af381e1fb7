package org.initweights.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The tensors of a file of weights, whatever its format; that is told by how the file begins, not by its name. */
final class WeightFile {

    /** How a zip file begins, and so an {@code .npz} file. */
    private static final int ZIP = 0x504B_0304;

    /** How an empty zip file begins. */
    private static final int EMPTY_ZIP = 0x504B_0506;

    /** Not a letter, and {@code NUM}, as the file of a single array begins. */
    private static final int NUMPY = 0x934E_554D;

    /** {@code GGUF}, as llama.cpp's files begin. */
    private static final int GGUF = 0x4747_5546;

    /** Of a folder, of a file that is not there or too short; safetensors has none either, for it begins with a length. */
    private static final int NONE = 0;

    /** The formats, by how a file begins. */
    enum Format {
        SAFETENSORS,
        NPZ,
        NPY,
        GGUF
    }

    private WeightFile() {}

    /** Something to do with the tensors of an open file. */
    @FunctionalInterface
    interface Reading {
        LoadReport of(FileTensors tensors) throws IOException;
    }

    /**
     * Opens a file, an index, or a folder with one of both.
     *
     * @throws CheckpointException if it is not as its format says
     */
    static LoadReport read(Path path, Reading reading) throws IOException {
        return switch (format(path)) {
            case NPZ -> Npz.read(path, reading);
            case NPY ->
                throw new CheckpointException(
                        path,
                        "it is an .npy file, one array without a name; read it by Npy.read(parameter, file), or name it in Python by"
                                + " np.savez(file, name=array)");
            case GGUF -> Gguf.read(path, reading);
            case SAFETENSORS -> Safetensors.read(path, reading);
        };
    }

    /** The format of a file, an index, or a folder with one of both. */
    static Format format(Path path) throws IOException {
        return switch (Files.isRegularFile(path) ? magic(path) : NONE) {
            case ZIP, EMPTY_ZIP -> Format.NPZ;
            case NUMPY -> Format.NPY;
            case GGUF -> Format.GGUF;
            default -> Format.SAFETENSORS;
        };
    }

    /**
     * Reads all that a channel has into a file of its own first: nothing of a stream that ends too early, or does not fit, reaches the model.
     */
    static LoadReport read(ReadableByteChannel channel, Reading reading) throws IOException {
        Path file = Files.createTempFile("initweights", ".weights");
        try {
            try (OutputStream copy = Files.newOutputStream(file)) {
                Channels.newInputStream(channel).transferTo(copy);
            }
            return read(file, reading);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** The first four bytes; none if there are fewer, or if a save has just replaced the file by an index and shards. */
    private static int magic(Path path) throws IOException {
        try (InputStream stream = Files.newInputStream(path)) {
            byte[] first = stream.readNBytes(Integer.BYTES);
            return first.length < Integer.BYTES ? NONE : ByteBuffer.wrap(first).getInt();
        } catch (NoSuchFileException e) {
            return NONE;
        }
    }
}
