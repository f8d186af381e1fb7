package org.initweights.statistics;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import org.initweights.statistics.words.WordSelection;
import org.initweights.statistics.words.WordOrder;

/**
 * Writes the words of a selection of streams to standard output, little-endian, until the reader closes it. Test programs of
 * others, such as dieharder or PractRand, read them from a pipe.
 */
public final class RawWords {

    private RawWords() {}

    /**
     * Writes without end.
     *
     * @param arguments the selection, and the seed if it is not 42
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 1 || arguments.length > 2) {
            throw new IllegalArgumentException("usage: RawWords selection [seed]");
        }
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 42;
        try (FileOutputStream out = new FileOutputStream(FileDescriptor.out);
                FileChannel channel = out.getChannel()) {
            write(WordSelection.named(arguments[0]).open(seed), channel);
        }
    }

    /** Writes until {@code channel} says that nobody reads any more. */
    static void write(WordOrder order, WritableByteChannel channel) throws IOException {
        int[] words = new int[order.chunk()];
        ByteBuffer bytes =
                ByteBuffer.allocateDirect(words.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try {
            while (true) {
                order.fill(words);
                bytes.clear().asIntBuffer().put(words);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).equals("Broken pipe")) {
                throw e;
            }
        }
    }
}
