package org.initweights.internal.files.piece;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.WritableByteChannel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.initweights.Parameter;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.internal.draw.SamplerSource;
import org.initweights.internal.files.safetensors.Header;
import org.initweights.internal.files.safetensors.TensorEntry;
import org.initweights.internal.piece.Block;
import org.initweights.internal.piece.BlockDrawing;
import org.initweights.internal.piece.DrawOrder;
import org.initweights.internal.work.Workers;
import org.initweights.io.ElementType;

/**
 * A file of parts of parameters. Threads may share it.
 *
 * @param parts by the names of their parameters
 */
public record RankFile(Header header, Map<String, Part> parts) {

    /**
     * A part of a parameter, which has its name.
     *
     * @param shape that of the part
     */
    public record Part(Parameter parameter, TensorShape shape, Block block) {}

    /** The file of some parts. */
    public static RankFile of(Map<String, String> metadata, List<Part> parts) {
        Map<String, Part> byName = new LinkedHashMap<>();
        parts.forEach(part -> byName.put(part.parameter().name(), part));
        List<TensorEntry> tensors = parts.stream()
                .map(part -> TensorEntry.of(
                        part.parameter().name(), ElementType.of(part.parameter().dtype()), part.shape()))
                .toList();
        return new RankFile(Header.of(metadata, tensors), byName);
    }

    /** How many bytes the file has. */
    public long bytes() {
        return PieceWriting.bytes(header);
    }

    /** Writes some bytes of the file, on the calling thread alone. */
    public void write(WritableByteChannel channel, RandomSource random, long from, long to) throws IOException {
        PieceWriting writing = new PieceWriting(header, tensor -> {
            Part part = Objects.requireNonNull(parts.get(tensor.name()));
            DrawOrder order = DrawOrder.of(part.parameter());
            SamplerSource source = order.placed(random).on(Workers.CALLER);
            return new BlockDrawing(order.drawing(part.parameter(), source), part.block());
        });
        try {
            writing.write(channel, from, to);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
