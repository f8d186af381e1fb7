package org.initweights.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * The distance in memory between neighbours along each axis of an array on the CPU, in bytes. DJL does not tell it, but its views of two
 * neighbours have addresses.
 */
final class ArrayStrides {

    private static final int MODULUS = 1 << 30;

    private final Shape shape;
    private final int bytes;

    /** In bytes, modulo 2^30, since that is what the JDK tells of an address. */
    private final long[] distances;

    private ArrayStrides(Shape shape, int bytes, long[] distances) {
        this.shape = shape;
        this.bytes = bytes;
        this.distances = distances;
    }

    /** The distances in an array, by the addresses of a few of its elements. */
    static ArrayStrides of(NDArray array) {
        Shape shape = array.getShape();
        long[] distances = new long[shape.dimension()];
        int bytes = array.getDataType().getNumOfBytes();
        if (shape.size() > 0) {
            int first = address(array, new long[distances.length]);
            long dense = bytes;
            for (int axis = distances.length - 1; axis >= 0; axis--) {
                // An axis without neighbours has any distance.
                distances[axis] = shape.get(axis) == 1
                        ? dense % MODULUS
                        : Math.floorMod(address(array, unit(distances.length, axis)) - first, MODULUS);
                dense *= shape.get(axis);
            }
        }
        return new ArrayStrides(shape, bytes, distances);
    }

    private static long[] unit(int rank, int axis) {
        long[] index = new long[rank];
        index[axis] = 1;
        return index;
    }

    private static int address(NDArray array, long[] index) {
        try (NDArray element = array.get(index)) {
            return element.toByteBuffer(true).alignmentOffset(0, MODULUS);
        }
    }

    /** Whether elements seem to lie in row-major order without gaps, as far as distances modulo 2^30 tell. */
    boolean isRowMajor() {
        long dense = bytes;
        for (int axis = distances.length - 1; axis >= 0; axis--) {
            if (shape.size() > 0 && distances[axis] != dense % MODULUS) {
                return false;
            }
            dense *= shape.get(axis);
        }
        return true;
    }

    /**
     * The distances in elements.
     *
     * @throws IllegalArgumentException if the array is too large to know them, or elements have no memory of their own
     */
    long[] exact() {
        if (shape.size() >= MODULUS / bytes) {
            throw new IllegalArgumentException(
                    "the array " + shape
                            + " has 1 GB or more and is not contiguous, so its order in memory is not known; use array.duplicate()");
        }
        long[] strides = new long[distances.length];
        for (int axis = 0; axis < strides.length; axis++) {
            if (distances[axis] == 0) {
                throw new IllegalArgumentException("the array " + shape
                        + " is broadcast: its elements along axis " + axis
                        + " are one in memory; use array.duplicate(), or give the array before the broadcast");
            }
            strides[axis] = distances[axis] / bytes;
        }
        return strides;
    }
}
