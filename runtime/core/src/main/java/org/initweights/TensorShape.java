package org.initweights;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a parameter, with the roles of its axes.
 *
 * <p>A shape has zero or more dimensions of any size from zero up; with no dimension it is a scalar. The {@link Layout}
 * says which axis is which, {@code groups} into how many independent groups a layer's channels are split, {@code packed} how
 * many matrices lie side by side along the out axis (query, key and value, or an LSTM's gates), and {@code stacked} how many
 * leading axes only count matrices (the experts of a mixture).
 *
 * <p>Shapes are immutable, and threads may share them.
 */
public final class TensorShape {

    /** Files may claim any number of dimensions, and messages show shapes. */
    private static final int MOST_SHOWN = 64;

    private final long[] dims;
    private final long elements;
    private final Layout layout;
    private final int groups;
    private final int packed;
    private final int stacked;

    private TensorShape(long[] dims, long elements, Layout layout, int groups, int packed, int stacked) {
        this.dims = dims;
        this.elements = elements;
        this.layout = layout;
        this.groups = groups;
        this.packed = packed;
        this.stacked = stacked;
    }

    /**
     * A shape laid out as PyTorch lays out weights, of a layer without groups.
     *
     * @throws InitializationException if a dimension is negative, or if the number of elements exceeds a {@code long}
     */
    public static TensorShape of(long... dims) {
        long[] copy = dims.clone();
        return new TensorShape(copy, product(copy), Layout.OUT_IN_SPATIAL, 1, 1, 0);
    }

    /**
     * This shape with its axes in the roles of {@code layout}.
     *
     * @throws InitializationException if this shape's groups or packed parts do not divide the channels of that layout
     */
    public TensorShape withLayout(Layout layout) {
        return new TensorShape(dims, elements, layout, groups, packed, stacked).checked();
    }

    /**
     * This shape as the weight of a layer whose channels are split into {@code groups}.
     *
     * @throws InitializationException if {@code groups} is not positive, or does not divide the channels
     */
    public TensorShape withGroups(int groups) {
        return new TensorShape(dims, elements, layout, groups, packed, stacked).checked();
    }

    /**
     * This shape as {@code packed} weights of equal size, side by side along the out axis. The fans are those of one of them.
     *
     * @throws InitializationException if {@code packed} is not positive, or does not divide the out channels
     */
    public TensorShape withPacked(int packed) {
        return new TensorShape(dims, elements, layout, groups, packed, stacked).checked();
    }

    /**
     * This shape as a stack of weights, which the first {@code stacked} axes count. The layout is that of the axes that follow,
     * and the fans are those of one weight.
     *
     * @throws InitializationException if there are not so many axes
     */
    public TensorShape withStacked(int stacked) {
        return new TensorShape(dims, elements, layout, groups, packed, stacked).checked();
    }

    private TensorShape checked() {
        if (stacked < 0 || stacked > rank()) {
            throw refused(
                    "ShapeStacked", "stacked", "cannot have stacked = " + stacked + "; it has " + rank() + " axes");
        }
        checkDivision("ShapeGroups", "groups", groups, "channels", layout::wholeAxis);
        checkDivision("ShapePacked", "packed", packed, "out channels", layout::outAxis);
        return this;
    }

    private void checkDivision(String id, String name, int parts, String what, IntUnaryOperator axis) {
        if (parts < 1) {
            throw refused(id, name, "cannot have " + name + " = " + parts + "; use 1 or more");
        }
        if (rank() == stacked) {
            if (packed > 1) {
                throw refused(
                        "ShapePacked",
                        "packed",
                        "has one number a weight, which packed = " + packed + " cannot divide");
            }
            return;
        }
        int weightRank = rank() - stacked;
        long channels = dims[stacked + (weightRank == 1 ? 0 : axis.applyAsInt(weightRank))];
        // A vector has no groups of its own.
        if (channels % parts != 0 && (weightRank >= 2 || name.equals("packed"))) {
            throw refused(
                    id, name, "has " + channels + " " + what + ", which " + name + " = " + parts + " does not divide");
        }
    }

    private InitializationException refused(String id, @Nullable String argument, String problem) {
        return new InitializationException(id, "shape " + this, argument, problem);
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

    /** How many weights of equal size lie side by side along the out axis. */
    public int packed() {
        return packed;
    }

    /** How many leading axes only count weights. */
    public int stacked() {
        return stacked;
    }

    /** The shape of one weight of the stack; this shape, if nothing is stacked. */
    public TensorShape unstacked() {
        if (stacked == 0) {
            return this;
        }
        long[] inner = Arrays.copyOfRange(dims, stacked, dims.length);
        return new TensorShape(inner, product(inner), layout, groups, packed, 0);
    }

    /** The number of input channels, as one weight counts them: where a grouped layer counts those of one group, so does this. */
    public long inChannels() {
        return channels(layout::inAxis);
    }

    /** The number of output channels, as one weight counts them. */
    public long outChannels() {
        return channels(layout::outAxis);
    }

    private long channels(IntUnaryOperator axis) {
        TensorShape weight = unstacked();
        weight.checkHasFan();
        return weight.size(axis.applyAsInt(weight.rank()));
    }

    private void checkHasFan() {
        if (rank() < 2) {
            throw refused("FanRank", null, "has no fan: it needs at least two dimensions, in and out");
        }
    }

    /** The number of positions of a convolution's kernel: the product of all dimensions that are not channels. */
    public long receptiveField() {
        if (stacked > 0) {
            return unstacked().receptiveField();
        }
        long field = 1;
        for (int axis = 0; axis < dims.length; axis++) {
            if (axis != layout.outAxis(rank()) && axis != layout.inAxis(rank())) {
                field *= dims[axis];
            }
        }
        return field;
    }

    /**
     * How many inputs one output sums over, and how many outputs one input feeds. With PyTorch's layout and one weight without
     * groups these are the fans of {@code torch.nn.init}: {@code size(1) * receptiveField} and
     * {@code size(0) * receptiveField}.
     *
     * @throws InitializationException if one weight has less than two dimensions
     */
    public Fans fans() {
        if (stacked > 0) {
            return unstacked().fans();
        }
        checkHasFan();
        long field = receptiveField();
        long whole = size(layout.wholeAxis(rank())) / groups * field;
        long perGroup = size(layout.groupAxis(rank())) * field;
        return layout.wholeAxis(rank()) == layout.outAxis(rank())
                ? new Fans(perGroup, whole / packed)
                : new Fans(whole, perGroup / packed);
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
        String end = dims.length > MOST_SHOWN ? ", … (" + dims.length + " dimensions)]" : "]";
        return Arrays.stream(dims)
                .limit(MOST_SHOWN)
                .mapToObj(Long::toString)
                .collect(Collectors.joining(", ", "[", end));
    }

    /** Two shapes are equal if their dimensions and the roles of their axes are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TensorShape shape
                && Arrays.equals(dims, shape.dims)
                && layout == shape.layout
                && groups == shape.groups
                && packed == shape.packed
                && stacked == shape.stacked;
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(dims), layout, groups, packed, stacked);
    }

    /** The dimensions in brackets, as PyTorch prints them: {@code [64, 3, 7, 7]}; of very many, the first. */
    @Override
    public String toString() {
        return brackets(dims);
    }
}
