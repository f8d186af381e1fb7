package org.initweights.internal.files.numpy;

import java.nio.ByteBuffer;
import org.initweights.HalfFormat;
import org.initweights.internal.files.ElementReader;
import org.initweights.internal.files.ElementWriter;
import org.initweights.internal.tensor.HalfCodec;

/** bfloat16 for NumPy, which lacks it: as {@code float}, which holds each of its values. */
public final class BrainFloats {

    private static final HalfCodec CODEC = HalfCodec.of(HalfFormat.BF16);

    private BrainFloats() {}

    /** An encoder of floats, for elements that {@code halves} encodes. */
    public static ElementWriter.Encoder widened(ElementWriter.Encoder halves) {
        return (from, count, target) -> {
            ByteBuffer narrow = ByteBuffer.allocate(count * Short.BYTES);
            halves.encode(from, count, narrow);
            narrow.flip();
            while (narrow.hasRemaining()) {
                target.putFloat(CODEC.decode(narrow.getShort()));
            }
        };
    }

    /** A decoder of floats, which {@code halves} gets rounded to nearest even: those of {@link #widened} as they were. */
    public static ElementReader.Decoder narrowed(ElementReader.Decoder halves) {
        return (from, count, source) -> {
            ByteBuffer narrow = ByteBuffer.allocate(count * Short.BYTES);
            for (int i = 0; i < count; i++) {
                narrow.putShort(CODEC.encode(source.getFloat()));
            }
            halves.decode(from, count, narrow.flip());
        };
    }
}
