package org.initweights.tensorflow;

import org.tensorflow.ndarray.buffer.ByteDataBuffer;

/** How numbers of one type lie in a tensor. There may be more of them than a buffer of Java's can hold. */
interface Elements {

    /** Reads numbers, rounded to floats. */
    void read(ByteDataBuffer data, long offset, float[] values, int count);

    /** Reads numbers as they are. */
    void read(ByteDataBuffer data, long offset, double[] values, int count);

    /** Writes numbers that the type has. */
    void put(ByteDataBuffer data, long offset, float[] values, int count);

    /** Writes numbers that the type has. */
    void put(ByteDataBuffer data, long offset, double[] values, int count);
}
