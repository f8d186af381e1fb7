package org.initweights.internal.tensor;

/** How long arrays and buffers can be. */
public final class ArrayLength {

    /** No array of the JVM is longer. */
    public static final int MOST = Integer.MAX_VALUE - 2;

    private ArrayLength() {}
}
