package org.initweights.internal.piece;

import java.nio.ByteBuffer;
import org.initweights.DType;

/** The elements of a tensor, drawn when they are asked for; for one thread. */
public interface DrawnElements {

    DType dtype();

    /** How many there are. */
    long elements();

    /** How many bytes of heap it takes at most to draw them, beside the piece that is asked for and small change. */
    double heapBytes();

    /** Appends the bytes of {@code count} elements from {@code from} on, in their type, little-endian. */
    void encode(long from, int count, ByteBuffer target);
}
