package org.initweights.report.measure;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import org.initweights.DType;
import org.initweights.HalfFormat;
import org.initweights.tensor.HalfCodec;

/** From the bytes of elements to numbers. */
public final class ElementDecoder {

    private ElementDecoder() {}

    /** Writes the first {@code count} elements of {@code bytes} to the beginning of {@code target}. */
    public static void decode(ByteBuffer bytes, DType dtype, int count, double[] target) {
        switch (dtype) {
            case F64 -> bytes.asDoubleBuffer().get(target, 0, count);
            case F32 -> floats(bytes.asFloatBuffer(), count, target);
            case F16 -> halves(bytes.asShortBuffer(), HalfCodec.of(HalfFormat.FP16), count, target);
            case BF16 -> halves(bytes.asShortBuffer(), HalfCodec.of(HalfFormat.BF16), count, target);
        }
    }

    private static void floats(FloatBuffer source, int count, double[] target) {
        float[] values = new float[count];
        source.get(values);
        for (int i = 0; i < count; i++) {
            target[i] = values[i];
        }
    }

    private static void halves(ShortBuffer source, HalfCodec codec, int count, double[] target) {
        for (int i = 0; i < count; i++) {
            target[i] = codec.decode(source.get(i));
        }
    }
}
