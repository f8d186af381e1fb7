package org.initweights.internal.files.numpy;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import org.initweights.internal.files.ElementWriter;
import org.initweights.internal.files.TensorContent;
import org.initweights.io.ElementType;

/** Writes tensors as {@code .npy}. */
public final class NpyWriter {

    private NpyWriter() {}

    /** The type of the array that a tensor becomes: its own, but NumPy has no bfloat16. */
    public static ElementType written(ElementType type) {
        return type == ElementType.BF16 ? ElementType.F32 : type;
    }

    /** Writes header and elements. */
    public static void write(TensorContent tensor, WritableByteChannel channel) throws IOException {
        NpyHeader header = NpyHeader.of(written(tensor.type()), tensor.shape());
        byte[] start = header.encoded();
        ElementWriter writer = ElementWriter.to(channel, start.length + header.dataBytes());
        writer.write(start);
        if (header.type() == tensor.type()) {
            writer.write(tensor);
        } else {
            writer.write(tensor.units(), Float.BYTES, BrainFloats.widened(tensor.encoder()));
        }
        writer.flush();
    }
}
