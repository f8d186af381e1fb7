package org.initweights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Tensors as frameworks have them, each over plain bytes, with adapters that count their calls. */
final class AdaptedTensors {

    /** How an adapter lets elements in. */
    enum Way {
        MEMORY,
        PIECES,
        WHOLE,
        BANDS
    }

    /** A tensor of any type of elements. */
    static final class Tensor {

        final DType dtype;
        final ByteBuffer bytes;
        boolean isClosed;

        Tensor(DType dtype, int elements) {
            this.dtype = dtype;
            this.bytes = ByteBuffer.allocateDirect(elements * dtype.bytes()).order(ByteOrder.nativeOrder());
        }

        /** An independent reading of the bytes. */
        double at(int index) {
            return switch (dtype) {
                case F64 -> bytes.getDouble(index * 8);
                case F32 -> bytes.getFloat(index * 4);
                case BF16 -> Float.intBitsToFloat(bytes.getShort(index * 2) << 16);
                case F16 -> half(bytes.getShort(index * 2));
                case I32 -> bytes.getInt(index * 4);
                case I64 -> bytes.getLong(index * 8);
            };
        }

        private static double half(short bits) {
            int exponent = bits >> 10 & 31;
            double magnitude =
                    exponent == 0 ? (bits & 1023) * 0x1p-24 : (1024 + (bits & 1023)) * Math.scalb(1.0, exponent - 25);
            return bits < 0 ? -magnitude : magnitude;
        }

        private void set(int index, double value) {
            switch (dtype) {
                case I32, I64 -> throw new AssertionError(dtype);
                case F64 -> bytes.putDouble(index * 8, value);
                case F32 -> bytes.putFloat(index * 4, (float) value);
                case BF16 -> {
                    int bits = Float.floatToRawIntBits((float) value);
                    if ((bits & 0xFFFF) != 0) {
                        throw new AssertionError(value + " is not rounded to BF16");
                    }
                    bytes.putShort(index * 2, (short) (bits >>> 16));
                }
                case F16 -> bytes.putShort(index * 2, halfBits(value));
            }
        }

        private static short halfBits(double value) {
            for (int bits = 0; bits < 0x7C00; bits++) {
                if (half((short) bits) == Math.abs(value)) {
                    return (short) (value < 0 || (value == 0 && 1 / value < 0) ? bits | 0x8000 : bits);
                }
            }
            throw new AssertionError(value + " is not rounded to F16");
        }
    }

    /** An adapter that lets elements in one way alone; the others are errors. */
    static class Adapter implements TensorAdapter<Tensor> {

        final Way way;
        int puts;
        int reads;
        int gets;

        private Adapter(Way way) {
            this.way = way;
        }

        static Adapter of(Way way) {
            return switch (way) {
                case MEMORY, PIECES -> new Adapter(way);
                case WHOLE -> new Whole(way);
                case BANDS -> new Banded();
            };
        }

        @Override
        public Tensor allocate(TensorShape shape) {
            return new Tensor(DType.F32, (int) shape.elements());
        }

        @Override
        public long elements(Tensor tensor) {
            return tensor.bytes.capacity() / tensor.dtype.bytes();
        }

        @Override
        public DType dtype(Tensor tensor) {
            return tensor.dtype;
        }

        @Override
        public Optional<ByteBuffer> memory(Tensor tensor) {
            if (tensor.isClosed) {
                throw new IllegalStateException("the tensor is closed");
            }
            return way == Way.MEMORY ? Optional.of(tensor.bytes.duplicate()) : Optional.empty();
        }

        @Override
        public double get(Tensor tensor, long index) {
            gets++;
            return tensor.at((int) index);
        }

        @Override
        public void put(Tensor tensor, long offset, float[] values, int count) {
            expect(Way.PIECES);
            puts++;
            for (int i = 0; i < count; i++) {
                tensor.set((int) offset + i, values[i]);
            }
        }

        @Override
        public void put(Tensor tensor, long offset, double[] values, int count) {
            expect(Way.PIECES);
            puts++;
            for (int i = 0; i < count; i++) {
                tensor.set((int) offset + i, values[i]);
            }
        }

        @Override
        public void read(Tensor tensor, long offset, float[] values, int count) {
            reads++;
            for (int i = 0; i < count; i++) {
                values[i] = (float) tensor.at((int) offset + i);
            }
        }

        @Override
        public void read(Tensor tensor, long offset, double[] values, int count) {
            reads++;
            for (int i = 0; i < count; i++) {
                values[i] = tensor.at((int) offset + i);
            }
        }

        void expect(Way expected) {
            if (way != expected) {
                throw new AssertionError("written by " + expected + " rather than " + way);
            }
        }
    }

    private static class Whole extends Adapter {

        private Whole(Way way) {
            super(way);
        }

        @Override
        public void write(Tensor tensor, ByteBuffer all) {
            puts++;
            tensor.bytes.duplicate().put(all);
        }
    }

    /** Takes bands, by several threads, and else the whole. */
    private static final class Banded extends Whole {

        private static final int BAND = 500;

        private Banded() {
            super(Way.BANDS);
        }

        @Override
        public boolean isConcurrent() {
            return true;
        }

        @Override
        public int bandLength(Tensor tensor) {
            return BAND;
        }

        @Override
        public synchronized void put(Tensor tensor, long offset, float[] values, int count) {
            int expected = (int) Math.min(BAND, elements(tensor) - offset);
            if (tensor.dtype != DType.F32 || offset % BAND != 0 || count != expected) {
                throw new AssertionError(count + " elements from " + offset + " are no band");
            }
            puts++;
            for (int i = 0; i < count; i++) {
                tensor.bytes.putFloat(((int) offset + i) * 4, values[i]);
            }
        }
    }

    private AdaptedTensors() {}
}
