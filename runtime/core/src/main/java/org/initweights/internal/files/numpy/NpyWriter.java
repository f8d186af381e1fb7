package org.initweights.internal.files.numpy;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import org.initweights.DType;
import org.initweights.Parameter;
import org.initweights.internal.files.ElementWriter;
import org.initweights.io.ElementType;

/** Writes parameters as {@code .npy}. */
public final class NpyWriter {

    private NpyWriter() {}

    /** The header of the array that a parameter becomes. */
    public static NpyHeader header(Parameter parameter) {
        return NpyHeader.of(
                isBrainFloat(parameter) ? ElementType.F32 : ElementType.of(parameter.dtype()), parameter.shape());
    }

    /** Writes header and elements. */
    public static void write(Parameter parameter, WritableByteChannel channel) throws IOException {
        NpyHeader header = header(parameter);
        byte[] start = header.encoded();
        ElementWriter writer = ElementWriter.to(channel, start.length + header.dataBytes());
        writer.write(start);
        if (isBrainFloat(parameter)) {
            writer.write(parameter.elements(), Float.BYTES, BrainFloats.widened(parameter::encode));
        } else {
            writer.write(parameter);
        }
        writer.flush();
    }

    private static boolean isBrainFloat(Parameter parameter) {
        return parameter.dtype() == DType.BF16;
    }
}
