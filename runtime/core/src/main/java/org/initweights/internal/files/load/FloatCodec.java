package org.initweights.internal.files.load;

import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import org.initweights.DType;
import org.initweights.internal.tensor.HalfCodec;

/**
 * Reads and writes many elements of one type as {@code double}, which holds each value of each of these types.
 *
 * <p>Cost: about a nanosecond an element. Threads may share it.
 */
sealed interface FloatCodec {

    /** The codec of a type. */
    static FloatCodec of(DType type) {
        return switch (type) {
            case F64 -> new Doubles();
            case F32 -> new Floats();
            case F16, BF16 -> new Halves(HalfCodec.of(type).orElseThrow());
        };
    }

    /** Takes {@code count} elements from the position of {@code source} on, which moves behind them. */
    void read(ByteBuffer source, double[] values, int count);

    /** Appends {@code count} elements to {@code target}, rounded to nearest even. */
    void write(double[] values, int count, ByteBuffer target);

    /** The value as this type has it. */
    double rounded(double value);

    /** Elements of 64 bits. */
    record Doubles() implements FloatCodec {

        @Override
        public void read(ByteBuffer source, double[] values, int count) {
            source.asDoubleBuffer().get(values, 0, count);
            source.position(source.position() + count * Double.BYTES);
        }

        @Override
        public void write(double[] values, int count, ByteBuffer target) {
            target.asDoubleBuffer().put(values, 0, count);
            target.position(target.position() + count * Double.BYTES);
        }

        @Override
        public double rounded(double value) {
            return value;
        }
    }

    /** Elements of 32 bits. */
    record Floats() implements FloatCodec {

        @Override
        public void read(ByteBuffer source, double[] values, int count) {
            for (int i = 0; i < count; i++) {
                values[i] = source.getFloat();
            }
        }

        @Override
        public void write(double[] values, int count, ByteBuffer target) {
            for (int i = 0; i < count; i++) {
                target.putFloat((float) values[i]);
            }
        }

        @Override
        public double rounded(double value) {
            return (float) value;
        }
    }

    /** Elements of 16 bits. */
    record Halves(HalfCodec codec) implements FloatCodec {

        @Override
        public void read(ByteBuffer source, double[] values, int count) {
            ShortBuffer bits = source.asShortBuffer();
            for (int i = 0; i < count; i++) {
                values[i] = codec.decode(bits.get(i));
            }
            source.position(source.position() + count * Short.BYTES);
        }

        @Override
        public void write(double[] values, int count, ByteBuffer target) {
            for (int i = 0; i < count; i++) {
                target.putShort(codec.encode(toOdd(values[i])));
            }
        }

        @Override
        public double rounded(double value) {
            return codec.decode(codec.encode(toOdd(value)));
        }

        /**
         * The float that rounds to the same half float as {@code value}: rounding to nearest twice could be wrong by a step, so what is
         * inexact is rounded to the neighbour with an odd last bit (Boldo and Melquiond, "Emulation of a FMA and correctly rounded
         * sums: proved algorithms using rounding to odd", 2008).
         */
        private static float toOdd(double value) {
            float nearest = (float) value;
            if (nearest == value || Float.isNaN(nearest) || (Float.floatToRawIntBits(nearest) & 1) != 0) {
                return nearest;
            }
            if (Float.isInfinite(nearest)) {
                return nearest;
            }
            // The neighbour on the other side of the value is the odd one.
            return value > nearest ? Math.nextUp(nearest) : Math.nextDown(nearest);
        }
    }
}
