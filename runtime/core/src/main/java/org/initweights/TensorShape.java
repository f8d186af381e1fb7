package org.initweights;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The shape of a parameter, with the roles of its axes.
 *
 * <p>A shape has zero or more dimensions of any size from zero up; with no dimension it is a scalar. The {@link Layout}
 * says which axis is which, and {@code groups} into how many independent groups a layer's channels are split.
 */
public final class TensorShape {

    private final long[] dims;
    private final long elements;
    private final Layout layout;
    private final int groups;

    private TensorShape(long[] dims, long elements, Layout layout, int groups) {
        this.dims = dims;
        this.elements = elements;
        this.layout = layout;
        this.groups = groups;
    }

    /**
     * A shape laid out as PyTorch lays out weights, of a layer without groups.
     *
     * @throws InitializationException if a dimension is negative, or if the number of elements exceeds a {@code long}
     */
    public static TensorShape of(long... dims) {
        long[] copy = dims.clone();
        return new TensorShape(copy, product(copy), Layout.OUT_IN_SPATIAL, 1);
    }

    /**
     * This shape with its axes in the roles of {@code layout}.
     *
     * @throws InitializationException if this shape's groups do not divide the channels of that layout
     */
    public TensorShape withLayout(Layout layout) {
        return new TensorShape(dims, elements, layout, 1).withGroups(groups);
    }

    /**
     * This shape as the weight of a layer whose channels are split into {@code groups}.
     *
     * @throws InitializationException if {@code groups} is not positive, or does not divide the channels
     */
    public TensorShape withGroups(int groups) {
        if (groups < 1) {
            throw new InitializationException(
                    "ShapeGroups", "shape " + this, "groups", "cannot have groups = " + groups + "; use 1 or more");
        }
        if (rank() >= 2) {
            long channels = size(layout.wholeAxis(rank()));
            if (channels % groups != 0) {
                throw new InitializationException(
                        "ShapeGroups",
                        "shape " + this,
                        "groups",
                        "has " + channels + " channels, which groups = " + groups + " does not divide");
            }
        }
        return new TensorShape(dims, elements, layout, groups);
    }

    /** The sizes of the dimensions, outermost first. */
    public long[] dims() {
        return dims.clone();
    }

    /** The number of dimensions. */
    public int rank() {
        return dims.length;
    }

    /** The size of one dimension, counted from the outermost, which is 0. */
    public long size(int axis) {
        return dims[axis];
    }

    /** The number of elements: the product of all dimensions, 1 for a scalar. */
    public long elements() {
        return elements;
    }

    /** The roles of the axes. */
    public Layout layout() {
        return layout;
    }

    /** Into how many groups the channels are split. */
    public int groups() {
        return groups;
    }

    /** The number of positions of a convolution's kernel: the product of all dimensions that are not channels. */
    public long receptiveField() {
        long field = 1;
        for (int axis = 0; axis < dims.length; axis++) {
            if (axis != layout.outAxis(rank()) && axis != layout.inAxis(rank())) {
                field *= dims[axis];
            }
        }
        return field;
    }

    /**
     * How many inputs one output sums over, and how many outputs one input feeds. With PyTorch's layout and without
     * groups these are the fans of {@code torch.nn.init}: {@code size(1) * receptiveField} and
     * {@code size(0) * receptiveField}.
     *
     * @throws InitializationException if this shape has less than two dimensions
     */
    public Fans fans() {
        if (rank() < 2) {
            throw new InitializationException(
                    "FanRank", "shape " + this, null, "has no fan: it needs at least two dimensions, in and out");
        }
        long field = receptiveField();
        long whole = size(layout.wholeAxis(rank())) / groups * field;
        long perGroup = size(layout.groupAxis(rank())) * field;
        return layout.wholeAxis(rank()) == layout.outAxis(rank())
                ? new Fans(perGroup, whole)
                : new Fans(whole, perGroup);
    }

    private static long product(long[] dims) {
        long product = 1;
        boolean empty = false;
        for (long dim : dims) {
            if (dim < 0) {
                throw new InitializationException(
                        "NegativeDimension", "shape " + brackets(dims), null, "has a negative dimension, " + dim);
            }
            empty |= dim == 0;
        }
        if (empty) {
            return 0;
        }
        for (long dim : dims) {
            if (Math.multiplyHigh(product, dim) != 0 || product * dim < 0) {
                throw new InitializationException(
                        "TooManyElements", "shape " + brackets(dims), null, "has more elements than a long can count");
            }
            product *= dim;
        }
        return product;
    }

    private static String brackets(long[] dims) {
        return Arrays.stream(dims).mapToObj(Long::toString).collect(Collectors.joining(", ", "[", "]"));
    }

    /** Two shapes are equal if their dimensions, layouts and groups are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TensorShape shape
                && Arrays.equals(dims, shape.dims)
                && layout == shape.layout
                && groups == shape.groups;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(dims) + layout.hashCode()) + groups;
    }

    /** The dimensions in brackets, as PyTorch prints them: {@code [64, 3, 7, 7]}. */
    @Override
    public String toString() {
        return brackets(dims);
    }
}
