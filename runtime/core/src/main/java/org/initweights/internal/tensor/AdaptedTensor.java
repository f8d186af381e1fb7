package org.initweights.internal.tensor;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.initweights.DType;
import org.initweights.TensorAdapter;

/**
 * A tensor with its adapter, called in the tensor's own type: doubles are handed over as such, and half floats are rounded to their type
 * first, so that it does not matter how the adapter would round.
 *
 * @param dtype what the adapter says of the tensor
 * @param length how many elements the parameter has
 */
record AdaptedTensor<T>(T tensor, TensorAdapter<T> adapter, DType dtype, long length) {

    /** How many elements are read or put at once: as many as stay in a core's cache on their way. */
    private static final int PIECE = 1 << 14;

    /**
     * The memory, if the adapter gives it.
     *
     * @throws IllegalArgumentException if it has another size than the elements need
     */
    Optional<ByteBuffer> memory() {
        Optional<ByteBuffer> memory = adapter.memory(tensor);
        memory.ifPresent(bytes -> {
            if (bytes.remaining() != length * dtype.bytes()) {
                throw new IllegalArgumentException(adapterName() + ".memory gives " + bytes.remaining() + " bytes, but "
                        + length + " elements of " + dtype + " need " + length * dtype.bytes()
                        + "; a tensor with gaps or of another type has no memory to give");
            }
        });
        return memory;
    }

    /** Whether all bytes fit into one buffer. */
    boolean fitsInBuffer() {
        return length <= Integer.MAX_VALUE / dtype.bytes();
    }

    /** How many elements the adapter wants at once, if it is to have bands; else 0. Only floats come in bands. */
    int bandLength() {
        if (dtype != DType.F32) {
            return 0;
        }
        int band = adapter.bandLength(tensor);
        if (band < 0) {
            throw new IllegalArgumentException(
                    adapterName() + ".bandLength is " + band + "; give the length of a band, or 0 for none");
        }
        return band;
    }

    String adapterName() {
        return adapter.getClass().getSimpleName();
    }

    Precision precision() {
        return dtype == DType.F64 || dtype.isInteger() ? Precision.DOUBLE : Precision.SINGLE;
    }

    void put(long offset, float[] values, int count) {
        if (dtype == DType.F64) {
            double[] wide = new double[count];
            for (int i = 0; i < count; i++) {
                wide[i] = values[i];
            }
            adapter.put(tensor, offset, wide, count);
        } else {
            HalfCodec.of(dtype).ifPresent(codec -> {
                for (int i = 0; i < count; i++) {
                    values[i] = codec.decode(codec.encode(values[i]));
                }
            });
            adapter.put(tensor, offset, values, count);
        }
    }

    void put(long offset, double[] values, int count) {
        if (dtype == DType.F64) {
            adapter.put(tensor, offset, values, count);
        } else {
            float[] narrow = new float[count];
            boolean isHalf = HalfCodec.of(dtype).isPresent();
            for (int i = 0; i < count; i++) {
                narrow[i] = isHalf ? OddFloat.of(values[i]) : (float) values[i];
            }
            put(offset, narrow, count);
        }
    }

    void encode(long from, int count, ByteBuffer target) {
        for (int done = 0; done < count; done += PIECE) {
            encodePiece(from + done, Math.min(PIECE, count - done), target);
        }
    }

    private void encodePiece(long from, int count, ByteBuffer target) {
        if (dtype == DType.F64) {
            double[] values = new double[count];
            adapter.read(tensor, from, values, count);
            target.asDoubleBuffer().put(values);
        } else {
            float[] values = new float[count];
            adapter.read(tensor, from, values, count);
            HalfCodec codec = HalfCodec.of(dtype).orElse(null);
            if (codec == null) {
                target.asFloatBuffer().put(values);
            } else {
                for (int i = 0; i < count; i++) {
                    target.putShort(target.position() + i * Short.BYTES, codec.encode(values[i]));
                }
            }
        }
        target.position(target.position() + count * dtype.bytes());
    }

    void decode(long from, int count, ByteBuffer source) {
        for (int done = 0; done < count; done += PIECE) {
            decodePiece(from + done, Math.min(PIECE, count - done), source);
        }
    }

    private void decodePiece(long from, int count, ByteBuffer source) {
        if (dtype == DType.F64) {
            double[] values = new double[count];
            source.asDoubleBuffer().get(values);
            adapter.put(tensor, from, values, count);
        } else {
            float[] values = new float[count];
            HalfCodec codec = HalfCodec.of(dtype).orElse(null);
            if (codec == null) {
                source.asFloatBuffer().get(values);
            } else {
                for (int i = 0; i < count; i++) {
                    values[i] = codec.decode(source.getShort(source.position() + i * Short.BYTES));
                }
            }
            adapter.put(tensor, from, values, count);
        }
        source.position(source.position() + count * dtype.bytes());
    }
}
