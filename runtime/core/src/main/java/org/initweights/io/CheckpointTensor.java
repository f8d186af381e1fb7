package org.initweights.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.TensorShape;
import org.initweights.internal.files.ElementReader;
import org.initweights.internal.files.TensorPart;
import org.initweights.internal.files.safetensors.SafetensorsFile;
import org.initweights.internal.files.safetensors.TensorEntry;

/**
 * A tensor of an open {@link Checkpoint}. Elements are numbered in row-major order; those that are asked for are read, and no others.
 * Several threads may read at the same time.
 */
public final class CheckpointTensor {

    private final SafetensorsFile file;
    private final TensorEntry entry;

    CheckpointTensor(SafetensorsFile file, TensorEntry entry) {
        this.file = file;
        this.entry = entry;
    }

    /** The name in the file, as in a PyTorch {@code state_dict}. */
    public String name() {
        return entry.name();
    }

    /** The type of the elements. */
    public ElementType type() {
        return entry.type();
    }

    /** The shape, without roles of its axes, which files do not know. */
    public TensorShape shape() {
        return entry.shape();
    }

    /** How many elements it has. */
    public long elements() {
        return entry.shape().elements();
    }

    /** How many bytes it takes in the file. */
    public long bytes() {
        return entry.bytes();
    }

    /** The file that it is in: of a checkpoint of several files, one of them. */
    public Path file() {
        return file.path();
    }

    /**
     * Reads elements as numbers, exactly but for integers beyond 2<sup>53</sup>, which are rounded.
     *
     * @param from the first element
     * @param target gets as many elements as it has room for
     * @throws IndexOutOfBoundsException if there are fewer elements from there on
     * @throws UnsupportedOperationException if the type is not {@linkplain ElementType#isNumeric() numeric}
     */
    public void read(long from, double[] target) throws IOException {
        all().read(from, target);
    }

    /**
     * Reads integers and truth values, as {@link TensorSlice#read(long, int[])} does.
     *
     * @param from the first element
     * @param target gets as many elements as it has room for
     */
    public void read(long from, int[] target) throws IOException {
        all().read(from, target);
    }

    /**
     * Reads integers and truth values, as {@link TensorSlice#read(long, long[])} does.
     *
     * @param from the first element
     * @param target gets as many elements as it has room for
     */
    public void read(long from, long[] target) throws IOException {
        all().read(from, target);
    }

    /**
     * Reads integers and truth values, as {@link TensorSlice#read(long, byte[])} does: of {@code U8} the bits.
     *
     * @param from the first element
     * @param target gets as many elements as it has room for
     */
    public void read(long from, byte[] target) throws IOException {
        all().read(from, target);
    }

    /**
     * A part of this tensor: {@code slice(1, 0, 2)} is NumPy's {@code tensor[:, :2]}. Slices can be sliced again.
     *
     * @param axis counted from 0
     * @param from the first index along {@code axis}
     * @param to the index after the last
     * @throws IndexOutOfBoundsException if there is no such axis, or it has no such indices
     */
    public TensorSlice slice(int axis, long from, long to) {
        return all().slice(axis, from, to);
    }

    private TensorSlice all() {
        return new TensorSlice(this, TensorPart.all(shape()));
    }

    /**
     * Reads bytes as they are in the file, the elements little-endian.
     *
     * @param from the first byte, counted from the beginning of this tensor
     * @param target is filled from its position to its limit
     * @throws IndexOutOfBoundsException if there are fewer bytes from there on
     */
    public void readBytes(long from, ByteBuffer target) throws IOException {
        Objects.checkFromIndexSize(from, target.remaining(), bytes());
        file.read(entry.begin() + from, target);
    }

    /**
     * Checks that the file still reaches to the end of this tensor.
     *
     * @throws CheckpointException if it has become shorter
     * @throws IOException if the file cannot be read
     */
    public void verify() throws IOException {
        file.checkReaches(entry.end());
    }

    /** Gives all elements, as the file has them. */
    void readAll(ElementReader.Decoder target) throws IOException {
        all().readAll(target);
    }

    /**
     * Writes all elements to a parameter of the same shape, whatever its name; floats of another type are rounded to nearest even.
     *
     * @return what was done
     * @throws MismatchException if the shape is another, or the elements are no floats; nothing is written then
     * @throws IOException if the file cannot be read; the parameter may then hold anything
     */
    public LoadedTensor copyTo(Parameter parameter) throws IOException {
        LoadOptions converted = LoadOptions.strict().converted();
        LoadOptions options = name().equals(parameter.name()) ? converted : converted.renamed(name -> parameter.name());
        return Loader.load(
                        Parameters.of(List.of(parameter)),
                        new FileTensors(file(), List.of(new StoredTensor(this)), List.of()),
                        options)
                .tensors()
                .get(0);
    }

    /** {@code name F32 [64, 3, 7, 7]}. */
    @Override
    public String toString() {
        return name() + " " + type() + " " + shape();
    }
}
