package org.initweights.internal.tensor;

import java.util.Arrays;

/**
 * Elements that lie in pieces of equal length, one behind the other: the rows of nested arrays, the pages of a file. A range of them is
 * walked through piece by piece.
 *
 * @param length how many elements a piece has; the last may have less
 */
public record Pieces(long length) {

    /** What is done with a part of the range that lies in one piece. */
    @FunctionalInterface
    public interface Visitor {

        /**
         * Visits a part.
         *
         * @param index its first element
         * @param done how many elements of the range come before it
         * @param count how many it has, at least one
         */
        void visit(long index, int done, int count);
    }

    /**
     * What values are put to.
     *
     * @param <A> {@code float[]} or {@code double[]}
     */
    @FunctionalInterface
    public interface Sink<A> {

        /** Takes {@code values[0 .. count)} for the elements from {@code index} on, which lie in one piece. */
        void put(long index, A values, int count);
    }

    /** Walks through {@code count} elements from {@code from} on. */
    public void walk(long from, int count, Visitor visitor) {
        for (int done = 0; done < count; ) {
            long index = from + done;
            int part = (int) Math.min(count - done, length - within(index));
            visitor.visit(index, done, part);
            done += part;
        }
    }

    /** Puts {@code values[0 .. count)} to the elements from {@code from} on. */
    public void put(long from, float[] values, int count, Sink<float[]> sink) {
        walk(from, count, (index, done, part) -> sink.put(index, part(values, done, part), part));
    }

    /** Puts {@code values[0 .. count)} to the elements from {@code from} on. */
    public void put(long from, double[] values, int count, Sink<double[]> sink) {
        walk(from, count, (index, done, part) -> sink.put(index, part(values, done, part), part));
    }

    // A storage has to be given what begins at 0.
    private static float[] part(float[] values, int done, int count) {
        return done == 0 ? values : Arrays.copyOfRange(values, done, done + count);
    }

    private static double[] part(double[] values, int done, int count) {
        return done == 0 ? values : Arrays.copyOfRange(values, done, done + count);
    }

    /** The number of the piece that has an element. */
    public int number(long index) {
        return Math.toIntExact(index / length);
    }

    /** Where in its piece an element is. */
    public long within(long index) {
        return index % length;
    }
}
