package org.initweights.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.initweights.Parameter;
import org.initweights.Parameters;

/**
 * The safetensors format, which PyTorch, JAX and Hugging Face read: the length of a header, the header in JSON, and the elements,
 * little-endian, in the order of the parameters.
 */
public final class Safetensors {

    private static final int CHUNK_BYTES = 1 << 20;

    private Safetensors() {}

    /**
     * Writes the parameters, with {@code format: pt} as metadata.
     *
     * @throws IOException if the file cannot be written; what was there before is then still there
     */
    public static void write(Parameters parameters, Path file) throws IOException {
        write(parameters, Map.of("format", "pt"), file);
    }

    /**
     * Writes the parameters to a temporary file beside {@code file}, which then takes its place: nobody ever sees half a file.
     *
     * @param metadata entries for the header's {@code __metadata__}, in the order of the map
     * @throws IOException if the file cannot be written; what was there before is then still there
     */
    public static void write(Parameters parameters, Map<String, String> metadata, Path file) throws IOException {
        Path target = file.toAbsolutePath();
        Path temporary = Files.createTempFile(target.getParent(), target.getFileName() + ".", ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                writeFully(channel, ByteBuffer.wrap(SafetensorsHeader.of(parameters, metadata)));
                ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
                for (Parameter parameter : parameters) {
                    writeElements(channel, parameter, chunk);
                }
                channel.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void writeElements(FileChannel channel, Parameter parameter, ByteBuffer chunk) throws IOException {
        int most = CHUNK_BYTES / parameter.dtype().bytes();
        for (long from = 0; from < parameter.elements(); from += most) {
            chunk.clear();
            parameter.encode(from, (int) Math.min(most, parameter.elements() - from), chunk);
            writeFully(channel, chunk.flip());
        }
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
