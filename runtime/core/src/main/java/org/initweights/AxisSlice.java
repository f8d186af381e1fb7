package org.initweights;

import java.io.Serializable;

/**
 * Places on one axis of a parameter: {@code from : to}, each {@code step}-th, and with {@code every} in each block of so many places. It is
 * NumPy's {@code w[:, from:to:step]}, and with {@code every} the part of each head in weights that are interleaved by head, as those of
 * GPT-NeoX, BLOOM and Falcon.
 *
 * <pre>{@code
 * AxisSlice.of(1, 0, 12).withStep(3)                 // w[:, 0:12:3]
 * AxisSlice.of(0, 64, 128).withEvery(192)            // of each head's 192 rows, those of the key
 * }</pre>
 *
 * <p>What the places start as is said by {@link Initializer#withSlice}; there the numbers are checked against a shape.
 *
 * <p>Slices are immutable, and threads may share them.
 *
 * @param axis counted from 0, the outermost; below zero from the end, as in Python
 * @param from the first place, counted from 0; with {@code every}, in each block
 * @param to the first place that no longer belongs to the slice; with {@code every}, in each block
 * @param step from one place to the next, 1 or more
 * @param every how many places a block has, which divides the axis; 0 if the axis is not interleaved
 */
public record AxisSlice(int axis, long from, long to, int step, long every) implements Serializable {

    /**
     * @throws InitializationException if {@code step} is less than 1, or {@code every} less than 0
     */
    public AxisSlice {
        if (step < 1) {
            throw new InitializationException(
                    "SliceStep",
                    "withSlice",
                    "step",
                    "has the step " + step + "; use 1 for each place, 2 for each second");
        }
        if (every < 0) {
            throw refusedBlocks(every);
        }
    }

    private static InitializationException refusedBlocks(long every) {
        return new InitializationException(
                "SliceEvery",
                "withSlice",
                "every",
                "has blocks of " + every + " places; use 1 or more, or no blocks if the axis is not interleaved");
    }

    /** The places {@code from : to} of an axis. */
    public static AxisSlice of(int axis, long from, long to) {
        return new AxisSlice(axis, from, to, 1, 0);
    }

    /**
     * Only the first place, and each that is a multiple of {@code step} behind it.
     *
     * @throws InitializationException if {@code step} is less than 1
     */
    public AxisSlice withStep(int step) {
        return new AxisSlice(axis, from, to, step, every);
    }

    /**
     * These places of each block of {@code every} places.
     *
     * @throws InitializationException if {@code every} is less than 1
     */
    public AxisSlice withEvery(long every) {
        if (every < 1) {
            throw refusedBlocks(every);
        }
        return new AxisSlice(axis, from, to, step, every);
    }

    /** As people say it: {@code rows 4 : 8}, {@code 1 : 12 : 3 of axis 1}, {@code rows 64 : 128 of every 192}. */
    @Override
    public String toString() {
        boolean isOne = to - from == 1;
        String places = isOne ? Long.toString(from) : from + " : " + to + (step == 1 ? "" : " : " + step);
        String blocks = every == 0 ? "" : " of every " + every;
        return axis == 0 ? (isOne ? "row " : "rows ") + places + blocks : places + blocks + " of axis " + axis;
    }
}
