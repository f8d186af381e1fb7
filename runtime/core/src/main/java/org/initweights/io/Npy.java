package org.initweights.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.internal.files.StagedFile;
import org.initweights.internal.files.TensorContent;
import org.initweights.internal.files.numpy.NpyWriter;
import org.initweights.internal.files.safetensors.CheckpointFiles;

/**
 * One parameter in NumPy's format: {@code np.load("weight.npy")}.
 *
 * <p>Read is what {@code np.load} reads and has numbers in it: versions 1, 2 and 3, little- and big-endian, in the order of C and of
 * Fortran, with more arrays or anything else behind the first, which is the one that counts. Written are the bytes of {@code np.save}.
 * NumPy has no bfloat16: such parameters are written as {@code float32}, and read from it, rounded to nearest even, which gives back
 * what was written; they are also read from the two bytes of no type, {@code <V2}, as which ml_dtypes and JAX write it.
 *
 * <p>Any thread may call these methods. Until they return, no other may write the parameter, nor read it while it is read into.
 */
public final class Npy {

    private Npy() {}

    /**
     * Writes a parameter; the file is there as a whole or not at all.
     *
     * @throws IOException if the file cannot be written; what was there before is then still there
     */
    public static void write(Parameter parameter, Path file) throws IOException {
        try (StagedFile staged = StagedFile.of(file)) {
            NpyWriter.write(TensorContent.of(parameter), staged.channel());
            staged.seal();
            staged.publish();
        }
    }

    /**
     * Reads a parameter.
     *
     * @throws MismatchException if the array has another shape or type; nothing is written then
     * @throws CheckpointException if the file is not as the format says; nothing is written then, unless the file is cut off while its
     *     elements are read
     * @throws IOException if the file cannot be read; the parameter may then hold anything
     */
    public static void read(Parameter parameter, Path file) throws IOException {
        CheckpointFiles.checkRegular(file);
        ArrayEntries arrays = new ArrayEntries(file);
        arrays.add(parameter.name(), () -> Files.newInputStream(file), Files.size(file));
        Loader.load(Parameters.of(List.of(parameter)), FileTensors.of(file, arrays), LoadOptions.strict());
    }

    /** What is in a file, under the name of the file. */
    static FileTensors tensors(Path file) throws IOException {
        String name = file.getFileName().toString();
        ArrayEntries arrays = new ArrayEntries(file);
        arrays.add(
                name.endsWith(ArrayEntries.EXTENSION)
                        ? name.substring(0, name.length() - ArrayEntries.EXTENSION.length())
                        : name,
                () -> Files.newInputStream(file),
                Files.size(file));
        return FileTensors.of(file, arrays);
    }
}
