package org.initweights.internal.piece;

import java.util.Arrays;
import java.util.Objects;

/**
 * A part of a tensor that has a range of each axis, and zeros behind it where an axis is padded. Its own elements are counted row-major.
 * Immutable; threads may share it.
 */
public final class Block {

    private final long[] whole;
    private final long[] begin;
    private final long[] size;
    private final long[] padded;

    private Block(long[] whole, long[] begin, long[] size, long[] padded) {
        this.whole = whole;
        this.begin = begin;
        this.size = size;
        this.padded = padded;
    }

    /** All of a tensor of these sizes. */
    public static Block of(long[] dims) {
        return new Block(dims, new long[dims.length], dims, dims);
    }

    /**
     * The part of this block from {@code from} to before {@code to} on an axis.
     *
     * @throws IndexOutOfBoundsException if there is no such axis, or the axis is shorter
     */
    public Block slice(int axis, long from, long to) {
        Objects.checkIndex(axis, whole.length);
        Objects.checkFromToIndex(from, to, padded[axis]);
        long first = Math.min(from, size[axis]);
        return new Block(
                whole,
                with(begin, axis, begin[axis] + first),
                with(size, axis, Math.min(to, size[axis]) - first),
                with(padded, axis, to - from));
    }

    /** This block with zeros behind an axis, until that has {@code length}. */
    public Block paddedTo(int axis, long length) {
        return new Block(whole, begin, size, with(padded, axis, length));
    }

    private static long[] with(long[] values, int axis, long value) {
        long[] changed = values.clone();
        changed[axis] = value;
        return changed;
    }

    /** The sizes of the block, with its padding. */
    public long[] dims() {
        return padded.clone();
    }

    /** Where the block begins on an axis of the whole. */
    public long begin(int axis) {
        return begin[axis];
    }

    /** How much of an axis of the whole it has, without padding. */
    public long size(int axis) {
        return size[axis];
    }

    /** Whether it is the whole tensor. */
    public boolean isWhole() {
        return Arrays.equals(whole, padded) && Arrays.equals(whole, size);
    }

    /** How many elements it has, with its padding. */
    public long elements() {
        return product(padded, 0);
    }

    /** The axis along which elements of the block follow each other in the whole too, with all axes behind it. */
    private int runAxis() {
        int axis = whole.length - 1;
        while (axis > 0 && size[axis] == whole[axis] && padded[axis] == whole[axis]) {
            axis--;
        }
        return axis;
    }

    /** How far apart runs of elements are that follow each other in the whole; of a block that is one run, its length. */
    long stride() {
        return whole.length == 0 ? 1 : product(whole, runAxis());
    }

    /**
     * Elements that follow each other in the block, and either in the whole or all of the padding.
     *
     * @param place the first in the whole; -1 if they are padding
     * @param length how many there are, at least one
     */
    record Stretch(long place, long length) {}

    /** The elements from one of the block's own on. */
    Stretch at(long index) {
        if (whole.length == 0) {
            return new Stretch(0, 1);
        }
        int axis = runAxis();
        long inner = product(whole, axis + 1);
        long run = padded[axis] * inner;
        long within = index % run;
        long outer = index / run;
        long place = begin[axis] * inner + within;
        boolean isPadding = within >= size[axis] * inner;
        long stride = whole[axis] * inner;
        for (int i = axis - 1; i >= 0; i--) {
            long coordinate = outer % padded[i];
            isPadding |= coordinate >= size[i];
            place += (begin[i] + coordinate) * stride;
            outer /= padded[i];
            stride *= whole[i];
        }
        long end = within < size[axis] * inner ? size[axis] * inner : run;
        return new Stretch(isPadding ? -1 : place, end - within);
    }

    private static long product(long[] values, int from) {
        long product = 1;
        for (int i = from; i < values.length; i++) {
            product *= values[i];
        }
        return product;
    }

    /** Two blocks are equal if they are the same part of a tensor of the same sizes. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Block block
                && Arrays.equals(whole, block.whole)
                && Arrays.equals(begin, block.begin)
                && Arrays.equals(size, block.size)
                && Arrays.equals(padded, block.padded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(new int[] {
            Arrays.hashCode(whole), Arrays.hashCode(begin), Arrays.hashCode(size), Arrays.hashCode(padded)
        });
    }

    /** The ranges, as NumPy writes them: {@code [0:1024, 512:1024]}, with what is padded: {@code [50000:50257 + 7]}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("[");
        for (int axis = 0; axis < whole.length; axis++) {
            text.append(axis == 0 ? "" : ", ").append(begin[axis]).append(':').append(begin[axis] + size[axis]);
            if (padded[axis] > size[axis]) {
                text.append(" + ").append(padded[axis] - size[axis]);
            }
        }
        return text.append(']').toString();
    }
}
