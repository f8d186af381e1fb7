package org.initweights.internal.files.safetensors;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * A checksum of 64 bits of the bytes of a tensor: two CRCs of different polynomials, CRC-32C (Castagnoli) and CRC-32 (IEEE 802.3).
 * HotSpot uses the processor's instructions for both. It tells accidents, not attacks.
 */
public final class TensorChecksum {

    private final CRC32C castagnoli = new CRC32C();
    private final CRC32 ieee = new CRC32();

    /** Adds the remaining bytes of a buffer, whose position does not change. */
    public void update(ByteBuffer bytes) {
        castagnoli.update(bytes.duplicate());
        ieee.update(bytes.duplicate());
    }

    /** The checksum of all bytes so far. */
    public long value() {
        return castagnoli.getValue() << Integer.SIZE | ieee.getValue();
    }
}
