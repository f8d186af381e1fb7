package org.initweights.internal.files.load;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.initweights.DType;
import org.initweights.internal.files.ElementReader;

/**
 * Rounds elements to another float type on their way, to nearest even, and counts the finite ones that become infinite. They are converted
 * in pieces that stay in the processor's first cache, and given on little-endian.
 *
 * <p>One thread uses it.
 */
public final class Conversion implements ElementReader.Decoder {

    private final List<FloatStep> steps;
    private final ElementReader.Decoder target;

    /** What is between two steps. */
    private final ByteBuffer between = piece(Float.BYTES);

    private final ByteBuffer result;
    private long overflows;

    /**
     * Converts nothing yet.
     *
     * @param from the type of what it is given
     * @param to another type, of what {@code target} takes
     */
    public Conversion(DType from, DType to, ElementReader.Decoder target) {
        this.steps = FloatStep.between(from, to);
        this.result = piece(to.bytes());
        this.target = target;
    }

    private static ByteBuffer piece(int bytes) {
        return ByteBuffer.allocate(FloatStep.PIECE * bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** How many finite elements were too large for the type, and are infinite now. */
    public long overflows() {
        return overflows;
    }

    @Override
    public void decode(long from, int count, ByteBuffer elements) {
        for (int done = 0; done < count; done += FloatStep.PIECE) {
            int part = Math.min(FloatStep.PIECE, count - done);
            result.clear();
            ByteBuffer source = elements;
            if (steps.size() > 1) {
                overflows += steps.get(0).convert(source, part, between.clear());
                source = between.flip();
            }
            overflows += steps.get(steps.size() - 1).convert(source, part, result);
            target.decode(from + done, part, result.flip());
        }
    }
}
