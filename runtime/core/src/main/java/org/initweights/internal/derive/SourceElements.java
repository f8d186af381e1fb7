package org.initweights.internal.derive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.initweights.DType;
import org.initweights.Parameter;
import org.initweights.TensorShape;
import org.initweights.internal.tensor.LittleEndian;
import org.initweights.internal.tensor.Storage;

/**
 * The elements that another parameter is computed of, as they are by then: in the model, in a file, or drawn again. One thread reads them.
 *
 * @param dtype their type, to which they are rounded already
 */
public record SourceElements(TensorShape shape, DType dtype, Reader reader) {

    private static final int PIECE = 1 << 14;

    /** Gives elements as bytes. */
    @FunctionalInterface
    public interface Encoder {

        /** Appends {@code count} elements from {@code from} on, in their type and in the byte order of {@code target}. */
        void encode(long from, int count, ByteBuffer target);
    }

    /** Reads elements. */
    @FunctionalInterface
    public interface Reader {

        /** Puts {@code count} elements from {@code from} on to the beginning of {@code values}. */
        void read(long from, int count, double[] values);
    }

    /** Takes elements that follow each other. */
    @FunctionalInterface
    interface Taker {

        /**
         * Takes some.
         *
         * @param from the first of them
         * @param values holds them at its beginning
         */
        void take(long from, double[] values, int count);
    }

    /** Those that a parameter has now. */
    public static SourceElements of(Parameter parameter) {
        return encoded(parameter.shape(), parameter.dtype(), parameter::encode);
    }

    /** Those that something gives as bytes. */
    public static SourceElements encoded(TensorShape shape, DType dtype, Encoder encoder) {
        int most = (int) Math.min(PIECE, shape.elements());
        ByteBuffer bytes = ByteBuffer.allocate(most * dtype.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        return new SourceElements(shape, dtype, (from, count, values) -> {
            encoder.encode(from, count, bytes.clear());
            Storage piece = LittleEndian.storage(dtype, bytes.flip());
            for (int i = 0; i < count; i++) {
                values[i] = piece.get(i);
            }
        });
    }

    /** Gives all elements, piece by piece in their order. */
    void each(Taker taker) {
        long length = shape.elements();
        int most = (int) Math.min(PIECE, length);
        double[] values = new double[most];
        for (long from = 0; from < length; from += most) {
            int count = (int) Math.min(most, length - from);
            reader.read(from, count, values);
            taker.take(from, values, count);
        }
    }
}
