package org.initweights.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Objects;
import org.initweights.TensorShape;
import org.initweights.internal.files.ElementReader;
import org.initweights.internal.files.PartReader;
import org.initweights.internal.files.TensorPart;
import org.initweights.internal.files.WholeRead;
import org.initweights.internal.files.safetensors.ElementDecoder;

/**
 * A tensor of an open {@link Gguf} file. Elements are numbered in row-major order; those that are asked for are read, and no others.
 * Several threads may read at the same time.
 */
public final class GgufTensor {

    private final Path file;
    private final FileChannel channel;
    private final long position;
    private final ByteOrder order;
    private final String name;
    private final GgufType type;
    private final TensorShape shape;
    private final long bytes;

    GgufTensor(Gguf.Storage storage, long position, String name, GgufType type, TensorShape shape, long bytes) {
        this.file = storage.file();
        this.channel = storage.channel();
        this.order = storage.order();
        this.position = position;
        this.name = name;
        this.type = type;
        this.shape = shape;
        this.bytes = bytes;
    }

    /** The name, as llama.cpp names it: {@code blk.0.attn_q.weight}. */
    public String name() {
        return name;
    }

    /** The type of its elements or blocks. */
    public GgufType type() {
        return type;
    }

    /** The shape as PyTorch and NumPy have it, the axis that changes fastest last; in the file that is the first. */
    public TensorShape shape() {
        return shape;
    }

    /** How many elements it has. */
    public long elements() {
        return shape.elements();
    }

    /** How many bytes it takes in the file. */
    public long bytes() {
        return bytes;
    }

    /**
     * Reads elements as numbers, exactly but for integers beyond 2<sup>53</sup>, which are rounded.
     *
     * @param from the first element
     * @param target gets as many elements as it has room for
     * @throws IndexOutOfBoundsException if there are fewer elements from there on
     * @throws UnsupportedOperationException if the type is quantised
     */
    public void read(long from, double[] target) throws IOException {
        Objects.checkFromIndexSize(from, target.length, elements());
        ElementDecoder decoder = ElementDecoder.of(type.elementType()
                .orElseThrow(() -> new UnsupportedOperationException(
                        "blocks of " + type + " are not read as numbers; read their bytes")));
        readElements(from, target.length, (first, count, source) -> {
            for (int i = 0; i < count; i++) {
                target[(int) first + i] = decoder.next(source);
            }
        });
    }

    /**
     * Reads bytes as they are in the file: elements or blocks in its byte order, which is nearly always little-endian.
     *
     * @param from the first byte, counted from the beginning of this tensor
     * @param target is filled from its position to its limit
     * @throws IndexOutOfBoundsException if there are fewer bytes from there on
     */
    public void readBytes(long from, ByteBuffer target) throws IOException {
        Objects.checkFromIndexSize(from, target.remaining(), bytes);
        WholeRead.of(
                channel,
                position + from,
                target,
                end -> new CheckpointException(
                        file, name, "the file ends at byte " + end + ", before its header says"));
    }

    /** The byte order of its elements. */
    ByteOrder byteOrder() {
        return order;
    }

    /** Reads all elements of a type that is not quantised. */
    void readElements(ElementReader.Decoder target) throws IOException {
        readElements(0, elements(), target);
    }

    private void readElements(long from, long count, ElementReader.Decoder target) throws IOException {
        new PartReader(TensorPart.all(shape), type.blockBytes(), order, this::readBytes).read(from, count, target);
    }

    /** Checks that the file still has all bytes of this tensor. */
    void verify() throws IOException {
        if (channel.size() - position < bytes) {
            throw new CheckpointException(
                    file, name, "the file ends at byte " + channel.size() + ", before its header says");
        }
    }

    /** {@code blk.0.attn_q.weight Q4_K [4096, 4096]}. */
    @Override
    public String toString() {
        return name + " " + type + " " + shape;
    }
}
