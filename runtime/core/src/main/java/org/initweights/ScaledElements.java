package org.initweights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.initweights.internal.tensor.LittleEndian;
import org.initweights.internal.tensor.Storage;

/** The stored elements of a parameter times a number, each rounded once to the type that it is stored in. */
final class ScaledElements {

    private static final int CHUNK = 1 << 16;

    private ScaledElements() {}

    /** Multiplies them, in place. */
    static void write(Parameter parameter, double factor) {
        int most = (int) Math.min(CHUNK, parameter.elements());
        double[] scaled = new double[most];
        ByteBuffer bytes = ByteBuffer.allocate(most * parameter.dtype().bytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (long from = 0; from < parameter.elements(); from += CHUNK) {
            int count = (int) Math.min(CHUNK, parameter.elements() - from);
            parameter.encode(from, count, bytes.clear());
            Storage elements = LittleEndian.storage(parameter.dtype(), bytes.flip());
            for (int i = 0; i < count; i++) {
                scaled[i] = elements.get(i) * factor;
            }
            elements.put(0, scaled, count);
            parameter.decode(from, count, bytes);
        }
    }
}
