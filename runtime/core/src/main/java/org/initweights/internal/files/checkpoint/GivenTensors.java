package org.initweights.internal.files.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Objects;
import org.initweights.Parameter;
import org.initweights.internal.files.TensorContent;

/**
 * The parameters of a checkpoint whose elements are not drawn, because they are given.
 *
 * @param tensors by the names of the parameters, in their types and shapes
 * @param identity tells them from others
 */
public record GivenTensors(Map<String, TensorContent> tensors, String identity) {

    /** All parameters are drawn. */
    public static final GivenTensors NONE = new GivenTensors(Map.of(), "");

    private static final int PIECE_BYTES = 1 << 20;

    boolean has(Parameter parameter) {
        return tensors.containsKey(parameter.name());
    }

    /** Writes the elements of a parameter to where they are in a file. */
    void write(Parameter parameter, FileRange place) throws IOException {
        TensorContent tensor = Objects.requireNonNull(tensors.get(parameter.name()));
        int most = PIECE_BYTES / tensor.unitBytes();
        ByteBuffer piece = ByteBuffer.allocate((int) Math.min(most, tensor.units()) * tensor.unitBytes())
                .order(ByteOrder.LITTLE_ENDIAN);
        for (long from = 0; from < tensor.units(); ) {
            int count = (int) Math.min(most, tensor.units() - from);
            piece.clear();
            tensor.encoder().encode(from, count, piece);
            place.from(from * tensor.unitBytes()).write(piece.flip());
            from += count;
        }
    }
}
