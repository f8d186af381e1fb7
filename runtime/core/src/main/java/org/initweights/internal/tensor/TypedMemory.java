package org.initweights.internal.tensor;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.initweights.DType;
import org.initweights.HalfFormat;

/** Bytes, in the machine's order unless another is given, seen as elements of a type. */
final class TypedMemory {

    private TypedMemory() {}

    /** The bytes between position and limit, as a buffer of the type's elements. */
    static Buffer view(ByteBuffer bytes, DType dtype) {
        ByteBuffer all = bytes.slice().order(ByteOrder.nativeOrder());
        return switch (dtype) {
            case F64 -> all.asDoubleBuffer();
            case F32 -> all.asFloatBuffer();
            case F16, BF16 -> all.asShortBuffer();
            case I32 -> all.asIntBuffer();
            case I64 -> all.asLongBuffer();
        };
    }

    /**
     * The elements between position and limit.
     *
     * @throws IllegalArgumentException if the bytes cannot be written
     */
    static ModelStorage storage(ByteBuffer bytes, DType dtype) {
        return storage(bytes, dtype, ByteOrder.nativeOrder());
    }

    /** The same of bytes in another order. */
    static ModelStorage storage(ByteBuffer bytes, DType dtype, ByteOrder order) {
        ByteBuffer all = bytes.slice().order(order);
        return switch (dtype) {
            case F64 -> new DoubleBufferStorage(all.asDoubleBuffer());
            case F32 -> new FloatBufferStorage(all.asFloatBuffer());
            case F16 -> new HalfBufferStorage(all.asShortBuffer(), HalfFormat.FP16);
            case BF16 -> new HalfBufferStorage(all.asShortBuffer(), HalfFormat.BF16);
            case I32 -> new IntStorage(all.asIntBuffer());
            case I64 -> new LongStorage(all.asLongBuffer());
        };
    }
}
