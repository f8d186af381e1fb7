package org.initweights.internal.files.load;

import java.nio.ByteBuffer;
import org.initweights.DType;
import org.initweights.internal.files.ElementReader;

/**
 * Rounds elements to another float type on their way, to nearest even, and counts the finite ones that become infinite.
 *
 * <p>One thread uses it.
 */
public final class Conversion implements ElementReader.Decoder {

    private static final int PIECE = 1 << 12;

    private final FloatCodec source;
    private final FloatCodec result;
    private final double largest;
    private final int bytes;
    private final ElementReader.Decoder target;
    private final double[] values = new double[PIECE];
    private long overflows;

    /**
     * Converts nothing yet.
     *
     * @param from the type of what it is given
     * @param to the type of what {@code target} takes
     */
    public Conversion(DType from, DType to, ElementReader.Decoder target) {
        this.source = FloatCodec.of(from);
        this.result = FloatCodec.of(to);
        this.largest = to.largest();
        this.bytes = to.bytes();
        this.target = target;
    }

    /** How many finite elements were too large for the type, and are infinite now. */
    public long overflows() {
        return overflows;
    }

    @Override
    public void decode(long from, int count, ByteBuffer elements) {
        ByteBuffer converted = ByteBuffer.allocate(count * bytes).order(elements.order());
        for (int done = 0; done < count; done += PIECE) {
            int part = Math.min(PIECE, count - done);
            source.read(elements, values, part);
            count(part);
            result.write(values, part, converted);
        }
        target.decode(from, count, converted.flip());
    }

    private void count(int part) {
        for (int i = 0; i < part; i++) {
            // Few elements are beyond the largest number, so few are rounded twice.
            if (Math.abs(values[i]) > largest
                    && Double.isFinite(values[i])
                    && Double.isInfinite(result.rounded(values[i]))) {
                overflows++;
            }
        }
    }
}
