package org.initweights.internal.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.initweights.DType;

/** Elements as they lie in files. */
public final class LittleEndian {

    private LittleEndian() {}

    /** The elements of this type from the position of a buffer to its limit; neither moves. */
    public static Storage storage(DType dtype, ByteBuffer bytes) {
        return TypedMemory.storage(bytes, dtype, ByteOrder.LITTLE_ENDIAN);
    }
}
