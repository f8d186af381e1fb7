package org.initweights.internal.files.numpy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.initweights.HalfFormat;
import org.initweights.internal.files.ElementWriter;
import org.initweights.internal.tensor.HalfCodec;

/** bfloat16 for NumPy, which lacks it: as {@code float}, which holds each of its values. */
public final class BrainFloats {

    private static final HalfCodec CODEC = HalfCodec.of(HalfFormat.BF16);

    private BrainFloats() {}

    /** An encoder of floats, for elements that {@code halves} encodes. */
    public static ElementWriter.Encoder widened(ElementWriter.Encoder halves) {
        return (from, count, target) -> {
            ByteBuffer narrow = ByteBuffer.allocate(count * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            halves.encode(from, count, narrow);
            narrow.flip();
            while (narrow.hasRemaining()) {
                target.putFloat(CODEC.decode(narrow.getShort()));
            }
        };
    }
}
