package org.initweights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.initweights.internal.tensor.HalfCodec;

/** The stored elements of a parameter times a number, each rounded once to the type that it is stored in. */
final class ScaledElements {

    private static final int CHUNK = 1 << 16;

    private ScaledElements() {}

    /** Multiplies them, in place. */
    static void write(Parameter parameter, double factor) {
        int size = parameter.dtype().bytes();
        Element element = of(parameter.dtype());
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(CHUNK, parameter.elements()) * size)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (long from = 0; from < parameter.elements(); from += CHUNK) {
            int count = (int) Math.min(CHUNK, parameter.elements() - from);
            parameter.encode(from, count, bytes.clear());
            for (int i = 0; i < count; i++) {
                element.scale(bytes, i * size, factor);
            }
            parameter.decode(from, count, bytes.flip());
        }
    }

    private static Element of(DType dtype) {
        if (dtype == DType.F64) {
            return (bytes, at, factor) -> bytes.putDouble(at, bytes.getDouble(at) * factor);
        }
        if (dtype == DType.F32) {
            return (bytes, at, factor) -> bytes.putFloat(at, (float) (bytes.getFloat(at) * factor));
        }
        HalfCodec codec = HalfCodec.of(dtype).orElseThrow();
        return (bytes, at, factor) ->
                bytes.putShort(at, codec.encode((float) (codec.decode(bytes.getShort(at)) * factor)));
    }

    /** One element in its bytes. */
    @FunctionalInterface
    private interface Element {
        void scale(ByteBuffer bytes, int at, double factor);
    }
}
