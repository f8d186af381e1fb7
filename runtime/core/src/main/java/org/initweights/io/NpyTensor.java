package org.initweights.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.initweights.DType;
import org.initweights.Parameter;
import org.initweights.TensorShape;
import org.initweights.internal.files.ElementReader;
import org.initweights.internal.files.TensorBytes;
import org.initweights.internal.files.numpy.ColumnMajor;
import org.initweights.internal.files.numpy.NpyException;
import org.initweights.internal.files.numpy.NpyHeader;
import org.initweights.internal.files.numpy.NpyHeaderReader;
import org.initweights.internal.message.Excerpt;

/** An array in NumPy's format, read from its beginning to its end. */
final class NpyTensor implements LoadableTensor {

    private static final int VERIFIED_AT_ONCE = 1 << 16;

    private final Path file;
    private final String name;
    private final Contents contents;
    private final NpyHeader header;
    private final long size;

    /** Opens the bytes of an array; it can be called any number of times. */
    @FunctionalInterface
    interface Contents {

        InputStream open() throws IOException;
    }

    /**
     * Reads the header of an array.
     *
     * @param size how many bytes there are altogether
     * @throws NpyException if it is not as the format says, or of elements that are not numbers of a known type
     * @throws EOFException if it is cut off
     * @throws ZipException if the archive that it is in is broken here
     */
    NpyTensor(Path file, String name, Contents contents, long size) throws IOException {
        this.file = file;
        this.name = name;
        this.contents = contents;
        this.size = size;
        Counted counted = new Counted();
        try (ReadableByteChannel channel = Channels.newChannel(contents.open())) {
            this.header = NpyHeaderReader.read(counted.from(channel));
        }
        if (header.dataBytes() > size - counted.bytes) {
            throw new NpyException(header.type() + " " + header.shape() + " takes " + header.dataBytes()
                    + " bytes, but " + (size - counted.bytes) + " follow its header");
        }
    }

    /** Reads all bytes, of an archive with their checksum, and keeps none of them. */
    @Override
    public void verify() throws IOException {
        byte[] piece = new byte[(int) Math.min(size, VERIFIED_AT_ONCE)];
        long bytes = 0;
        try (InputStream stream = contents.open()) {
            for (int read = stream.read(piece); read > 0 && bytes <= size; read = stream.read(piece)) {
                bytes += read;
            }
        } catch (EOFException | ZipException e) {
            throw problem(e);
        }
        if (bytes != size) {
            throw new CheckpointException(
                    file, name, "it has " + (bytes > size ? "more than " + size : bytes) + " bytes instead of " + size);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ElementType type() {
        return header.type();
    }

    @Override
    public TensorShape shape() {
        return header.shape();
    }

    @Override
    public boolean fits(Parameter parameter) {
        return LoadableTensor.super.fits(parameter) || isBrainFloat(parameter);
    }

    private boolean isBrainFloat(Parameter parameter) {
        return parameter.dtype() == DType.BF16 && type() == ElementType.F32;
    }

    @Override
    public boolean isInOrder() {
        return header.order() != NpyHeader.ElementOrder.COLUMN_MAJOR;
    }

    @Override
    public boolean isRandomAccess() {
        return false;
    }

    @Override
    public TensorBytes bytes() {
        ForwardBytes elements = new ForwardBytes(this::openElements, header.dataBytes());
        return new TensorBytes(type(), header.byteOrder(), (from, target) -> {
            try {
                elements.read(from, target);
            } catch (NpyException | EOFException | ZipException e) {
                throw problem(e);
            }
        });
    }

    /** The bytes behind the header. */
    private InputStream openElements() throws IOException {
        InputStream stream = contents.open();
        try {
            NpyHeaderReader.read(new Counted().from(Channels.newChannel(stream)));
            return stream;
        } catch (Throwable e) {
            stream.close();
            throw e;
        }
    }

    @Override
    public void read(ElementReader.Decoder target) throws IOException {
        ElementReader.Decoder decoder = isInOrder() ? target : new ColumnMajor(header.shape(), target);
        try (ReadableByteChannel channel = Channels.newChannel(contents.open())) {
            ElementReader.Source source = new Counted().from(channel);
            NpyHeaderReader.read(source);
            new ElementReader(header.byteOrder(), header.dataBytes())
                    .read(header.shape().elements(), header.type().bits() / Byte.SIZE, source, decoder);
        } catch (NpyException | EOFException | ZipException e) {
            throw problem(e);
        }
    }

    private CheckpointException problem(IOException e) {
        return new CheckpointException(file, "tensor \"" + Excerpt.of(name) + "\": " + e.getMessage(), e);
    }

    /** How many bytes were read. */
    private static final class Counted {

        private long bytes;

        private ElementReader.Source from(ReadableByteChannel channel) {
            return target -> {
                while (target.hasRemaining()) {
                    int read = channel.read(target);
                    if (read < 0) {
                        throw new EOFException("it ends after " + bytes + " bytes");
                    }
                    bytes += read;
                }
            };
        }
    }
}
