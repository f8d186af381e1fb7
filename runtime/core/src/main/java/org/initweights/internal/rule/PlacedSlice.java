package org.initweights.internal.rule;

import java.util.List;
import java.util.Optional;
import org.initweights.AxisSlice;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.Layout;
import org.initweights.TensorShape;
import org.initweights.internal.fill.SlicedFill;
import org.initweights.internal.tensor.DisjointRuns;
import org.initweights.internal.tensor.ElementRuns;

/**
 * A slice of an axis that a shape has.
 *
 * @param slice the places
 * @param shape of the slice, as a parameter of its own
 * @param whole the shape that it is a slice of
 */
public record PlacedSlice(AxisSlice slice, TensorShape shape, TensorShape whole) {

    /**
     * A slice in a shape.
     *
     * @throws InitializationException if the shape has no such axis, or the axis no such places
     */
    public static PlacedSlice of(AxisSlice written, TensorShape whole) {
        AxisSlice slice = fromTheFront(written, whole.rank());
        check(slice, whole);
        long[] dims = whole.dims();
        long blocks = slice.every() == 0 ? 1 : dims[slice.axis()] / slice.every();
        dims[slice.axis()] = blocks * ((slice.to() - slice.from() + slice.step() - 1) / slice.step());
        return new PlacedSlice(slice, withRoles(TensorShape.of(dims), slice.axis(), whole), whole);
    }

    /** An axis below zero is counted from the end. */
    private static AxisSlice fromTheFront(AxisSlice slice, int rank) {
        boolean isBehind = slice.axis() < 0 && slice.axis() >= -rank;
        return isBehind
                ? new AxisSlice(slice.axis() + rank, slice.from(), slice.to(), slice.step(), slice.every())
                : slice;
    }

    private static void check(AxisSlice slice, TensorShape whole) {
        if (slice.axis() < 0 || slice.axis() >= whole.rank()) {
            throw new InitializationException(
                    "SliceRank",
                    method(slice),
                    "axis",
                    whole.rank() == 0
                            ? "needs rows, and a scalar has none"
                            : "has " + slice + ", but " + whole + " has the axes 0 : " + whole.rank());
        }
        long size = whole.size(slice.axis());
        if (slice.every() > 0 && size % slice.every() != 0) {
            throw new InitializationException(
                    "SliceEvery",
                    method(slice),
                    "every",
                    "has " + slice + ", but " + size + " / " + slice.every() + " leaves " + size % slice.every()
                            + "; every must divide " + places(AxisSlice.of(slice.axis(), 0, 0), whole));
        }
        long end = slice.every() == 0 ? size : slice.every();
        if (slice.from() < 0 || slice.from() > slice.to() || slice.to() > end) {
            throw new InitializationException(
                    "SliceRange",
                    method(slice),
                    "slice",
                    "has " + slice + ", but " + (slice.every() == 0 ? "" + whole : "a block") + " has "
                            + places(slice, whole));
        }
    }

    /** What there is to slice, in words: the rows, the places of another axis, or those of a block. */
    public static String places(AxisSlice slice, TensorShape whole) {
        long end = slice.every() == 0 ? whole.size(slice.axis()) : slice.every();
        return slice.axis() == 0 ? "the rows 0 : " + end : "the places 0 : " + end + " of axis " + slice.axis();
    }

    /** The method that users give a slice to: of rows, that of rows. */
    static String method(AxisSlice slice) {
        return slice.equals(AxisSlice.of(0, slice.from(), slice.to())) ? "withRows" : "withSlice";
    }

    /**
     * The meaning of the axes is that of the whole. What is counted along the slice's own axis, groups or packed weights, is not known any
     * more.
     */
    private static TensorShape withRoles(TensorShape part, int axis, TensorShape whole) {
        if (whole.axes().isPresent()) {
            return part.withAxes(whole.axes().get());
        }
        Layout layout = whole.layout();
        TensorShape shape = part.withLayout(layout).withStacked(whole.stacked());
        int rank = whole.rank() - whole.stacked();
        int own = axis - whole.stacked();
        if (own < 0 || rank < 2) {
            return own < 0 ? shape.withGroups(whole.groups()).withPacked(whole.packed()) : shape;
        }
        return shape.withGroups(own == layout.wholeAxis(rank) ? 1 : whole.groups())
                .withPacked(own == layout.outAxis(rank) ? 1 : whole.packed());
    }

    /** The first slice that shares an element with one before it. */
    public static Optional<DisjointRuns.Shared> firstShared(List<PlacedSlice> slices) {
        return DisjointRuns.firstShared(slices.stream().map(PlacedSlice::runs).toList());
    }

    private ElementRuns runs() {
        long inner = inner();
        return inner == 0
                ? ElementRuns.of(0, 0, 1, 1, 0, 0)
                : ElementRuns.of(
                        slice.from() * inner,
                        slice.to() * inner,
                        step() * inner,
                        inner,
                        block() * inner,
                        whole.elements());
    }

    /** The elements of the slice, with what they start as. */
    SlicedFill.Range range(Fill fill) {
        long inner = inner();
        return inner == 0
                ? new SlicedFill.Range(0, 0, fill)
                : new SlicedFill.Range(
                        slice.from() * inner, slice.to() * inner, step() * inner, inner, block() * inner, fill);
    }

    /** How many elements a place has; 0 if there are none at all. */
    private long inner() {
        long inner = whole.elements() == 0 ? 0 : 1;
        for (int axis = slice.axis() + 1; axis < whole.rank(); axis++) {
            inner *= whole.size(axis);
        }
        return inner;
    }

    private long block() {
        return slice.every() == 0 ? whole.size(slice.axis()) : slice.every();
    }

    /** A step beyond the slice is none. */
    private long step() {
        return slice.to() - slice.from() <= slice.step() ? Math.max(1, slice.to() - slice.from()) : slice.step();
    }
}
