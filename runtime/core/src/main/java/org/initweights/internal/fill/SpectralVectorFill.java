package org.initweights.internal.fill;

import java.util.Arrays;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.SingularSide;
import org.initweights.TensorShape;
import org.jspecify.annotations.Nullable;

/**
 * A vector of the largest singular value of another parameter, as a matrix with a row for each place on an axis, by the power method.
 *
 * @param of the name of the other parameter, beside this one
 * @param side which of the two vectors
 * @param axis the axis of the rows
 * @param iterations how often both vectors are computed of each other
 * @param elements how many elements the vector has
 */
public record SpectralVectorFill(String of, SingularSide side, int axis, int iterations, long elements)
        implements Fill, DerivedFill {

    private static final String FACTORY = "spectralVector";

    /** What an array takes beside its elements, and its place among the rows. */
    private static final long ROW_BYTES = 24;

    public SpectralVectorFill {
        Argument.size(FACTORY, "axis", axis, 0);
        Argument.size(FACTORY, "iterations", iterations, 1);
        if (of.isEmpty()) {
            throw new InitializationException(
                    "EmptyName",
                    FACTORY + "(\"\", " + side + ")",
                    "of",
                    "names no parameter; give the name of the weight");
        }
    }

    /** How many rows the matrix has. */
    public long rows(TensorShape source) {
        return source.size(axis);
    }

    /** How many columns the matrix has. */
    public long columns(TensorShape source) {
        return without(source);
    }

    /** How many elements of a row follow each other in {@code source}. */
    public long run(TensorShape source) {
        return Arrays.stream(source.dims()).skip(axis + 1L).reduce(1, Math::multiplyExact);
    }

    private long without(TensorShape source) {
        long others = run(source);
        for (int other = 0; other < axis; other++) {
            others = Math.multiplyExact(others, source.size(other));
        }
        return others;
    }

    @Override
    public void checkFits(TensorShape shape, TensorShape source) {
        if (source.rank() < 2) {
            throw refusal(
                    "DerivedShape",
                    "of",
                    "needs a matrix or more, but " + of + " is " + source
                            + "; the spectral norm of a vector is its length, and has no such buffers");
        }
        if (axis >= source.rank()) {
            throw refusal(
                    "DerivedAxis",
                    "axis",
                    "needs axis " + axis + " of " + of + ", but that is " + source + "; count axes from 0");
        }
        long length = side == SingularSide.LEFT ? rows(source) : columns(source);
        if (shape.rank() != 1 || shape.size(0) != length) {
            throw refusal(
                    "DerivedShape",
                    null,
                    "gives a vector with one element for each "
                            + (side == SingularSide.LEFT ? "place on axis " : "element beside axis ") + axis + " of "
                            + of
                            + " " + source + ", but " + shape + " is not its shape; use [" + length + "]");
        }
    }

    private InitializationException refusal(String id, @Nullable String argument, String problem) {
        return new InitializationException(
                id, FACTORY + "(\"" + of + "\", " + side + ", " + axis + ")", argument, problem);
    }

    /** The whole matrix by its rows, and both vectors. */
    @Override
    public double heapBytes(TensorShape source) {
        double vectors = ((double) rows(source) + columns(source)) * Double.BYTES;
        return (double) source.elements() * Double.BYTES + rows(source) * ROW_BYTES + vectors;
    }

    /** Not known: what it is computed of may be anything. */
    @Override
    public double mean() {
        return Double.NaN;
    }

    /** Not known, as the mean. */
    @Override
    public double std() {
        return Double.NaN;
    }

    @Override
    public double lower() {
        return -1;
    }

    @Override
    public double upper() {
        return 1;
    }

    @Override
    public boolean fits(long count) {
        return count == elements;
    }

    @Override
    public String toString() {
        return (side == SingularSide.LEFT ? "left" : "right") + " singular vector of " + of
                + (axis == 0 ? "" : " by axis " + axis) + ", " + iterations
                + (iterations == 1 ? " iteration" : " iterations");
    }
}
