package org.initweights.internal.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.initweights.DType;
import org.initweights.HalfFormat;

/** Elements as they lie in files. */
public final class LittleEndian {

    private LittleEndian() {}

    /** The elements of this type from the position of a buffer to its limit; neither moves. */
    public static Storage storage(DType dtype, ByteBuffer bytes) {
        ByteBuffer ordered = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        return switch (dtype) {
            case F64 -> new DoubleBufferStorage(ordered.asDoubleBuffer());
            case F32 -> new FloatBufferStorage(ordered.asFloatBuffer());
            case F16 -> new HalfBufferStorage(ordered.asShortBuffer(), HalfFormat.FP16);
            case BF16 -> new HalfBufferStorage(ordered.asShortBuffer(), HalfFormat.BF16);
            case I32 -> new IntStorage(ordered.asIntBuffer());
            case I64 -> new LongStorage(ordered.asLongBuffer());
        };
    }
}
