package org.initweights.internal.start;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.initweights.internal.files.WholeRead;
import org.initweights.internal.files.safetensors.ElementDecoder;
import org.initweights.io.WeightTensor;

/**
 * The elements of a tensor that cannot be read from the middle, such as one that is compressed, in a temporary file: they are decompressed
 * once, whatever is read of them and in whatever order. The file goes when this is closed, or with the process.
 *
 * <p>Memory: pieces of 1 MB. Several threads may read at the same time.
 */
final class RandomAccessCopy implements Closeable {

    private static final int PIECE = 1 << 20;

    private final FileChannel copy;
    private final ElementDecoder decoder;
    private final int elementBytes;

    private RandomAccessCopy(FileChannel copy, WeightTensor tensor) {
        this.copy = copy;
        this.decoder = ElementDecoder.of(tensor.type());
        this.elementBytes = tensor.type().bits() / Byte.SIZE;
    }

    /** Copies all elements. */
    static RandomAccessCopy of(WeightTensor tensor) throws IOException {
        Path file = Files.createTempFile("initweights", ".tensor");
        FileChannel channel;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (Throwable e) {
            Files.deleteIfExists(file);
            throw e;
        }
        try {
            ByteBuffer piece = ByteBuffer.allocateDirect((int) Math.min(PIECE, tensor.bytes()));
            for (long done = 0; done < tensor.bytes(); done += piece.limit()) {
                piece.clear().limit((int) Math.min(piece.capacity(), tensor.bytes() - done));
                tensor.readBytes(done, piece);
                piece.flip();
                while (piece.hasRemaining()) {
                    channel.write(piece);
                }
            }
            return new RandomAccessCopy(channel, tensor);
        } catch (Throwable e) {
            channel.close();
            throw e;
        }
    }

    /** Reads as many elements as there is room for. */
    void read(long from, double[] target) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(Math.min(PIECE / elementBytes, target.length) * elementBytes)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int done = 0; done < target.length; ) {
            int count = Math.min(piece.capacity() / elementBytes, target.length - done);
            piece.clear().limit(count * elementBytes);
            WholeRead.of(copy, (from + done) * elementBytes, piece, RandomAccessCopy::cutOff);
            piece.flip();
            for (int i = 0; i < count; i++) {
                target[done + i] = decoder.next(piece);
            }
            done += count;
        }
    }

    private static IOException cutOff(long bytes) {
        return new EOFException("a temporary file was cut off after " + bytes + " bytes");
    }

    @Override
    public void close() throws IOException {
        copy.close();
    }
}
