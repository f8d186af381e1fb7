package org.initweights;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import org.initweights.internal.tensor.HalfCodec;

/** Hands the elements of a whole tensor to an adapter that takes them in pieces. */
final class AdapterPieces {

    private static final int MOST = 1 << 14;

    private AdapterPieces() {}

    /** Puts the elements of {@code all}, as the adapter's type lies in memory. */
    static <T> void write(TensorAdapter<T> adapter, T tensor, ByteBuffer all) {
        DType dtype = adapter.dtype(tensor);
        switch (dtype) {
            case F64 -> doubles(adapter, tensor, all.asDoubleBuffer());
            case F32 -> floats(adapter, tensor, all.asFloatBuffer());
            case F16, BF16 ->
                halves(adapter, tensor, all.asShortBuffer(), HalfCodec.of(dtype).orElseThrow());
        }
    }

    private static <T> void doubles(TensorAdapter<T> adapter, T tensor, DoubleBuffer all) {
        double[] piece = new double[Math.min(MOST, all.remaining())];
        for (int offset = 0; all.hasRemaining(); ) {
            int count = Math.min(MOST, all.remaining());
            all.get(piece, 0, count);
            adapter.put(tensor, offset, piece, count);
            offset += count;
        }
    }

    private static <T> void floats(TensorAdapter<T> adapter, T tensor, FloatBuffer all) {
        float[] piece = new float[Math.min(MOST, all.remaining())];
        for (int offset = 0; all.hasRemaining(); ) {
            int count = Math.min(MOST, all.remaining());
            all.get(piece, 0, count);
            adapter.put(tensor, offset, piece, count);
            offset += count;
        }
    }

    private static <T> void halves(TensorAdapter<T> adapter, T tensor, ShortBuffer all, HalfCodec codec) {
        float[] piece = new float[Math.min(MOST, all.remaining())];
        for (int offset = 0; all.hasRemaining(); ) {
            int count = Math.min(MOST, all.remaining());
            for (int i = 0; i < count; i++) {
                piece[i] = codec.decode(all.get());
            }
            adapter.put(tensor, offset, piece, count);
            offset += count;
        }
    }
}
