package org.initweights;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a parameter, with the roles of its axes.
 *
 * <p>A shape has zero or more dimensions of any size from zero up; with no dimension it is a scalar. The {@link Layout}
 * says which axis is which, {@code groups} into how many independent groups a layer's channels are split, {@code packed} how
 * many matrices lie side by side along the out axis (query, key and value, or an LSTM's gates), and {@code stacked} how many
 * leading axes only count matrices (the experts of a mixture). Where inputs or outputs are several axes, {@link Axes} say which, instead.
 *
 * <p>Shapes are immutable, and threads may share them.
 */
public final class TensorShape {

    /** Files may claim any number of dimensions, and messages show shapes. */
    private static final int MOST_SHOWN = 64;

    private static final String BESIDE_AXES =
            "cannot have axes beside a layout, groups, packed or stacked; the axes say all, batchAxes what is stacked";

    private final long[] dims;
    private final long elements;
    private final AxisRoles roles;

    private TensorShape(long[] dims, long elements, AxisRoles roles) {
        this.dims = dims;
        this.elements = elements;
        this.roles = roles;
    }

    /**
     * A shape laid out as PyTorch lays out weights, of a layer without groups.
     *
     * @throws InitializationException if a dimension is negative, or if the number of elements exceeds a {@code long}
     */
    public static TensorShape of(long... dims) {
        long[] copy = dims.clone();
        return new TensorShape(copy, product(copy), AxisRoles.USUAL);
    }

    /**
     * This shape with its axes in the roles of {@code layout}.
     *
     * @throws InitializationException if this shape's groups or packed parts do not divide the channels of that layout
     */
    public TensorShape withLayout(Layout layout) {
        return with(roles.with(layout));
    }

    /**
     * This shape as the weight of a layer whose channels are split into {@code groups}.
     *
     * @throws InitializationException if {@code groups} is not positive, or does not divide the channels
     */
    public TensorShape withGroups(int groups) {
        return with(roles.withGroups(groups));
    }

    /**
     * This shape as {@code packed} weights of equal size, side by side along the out axis. The fans are those of one of them.
     *
     * @throws InitializationException if {@code packed} is not positive, or does not divide the out channels
     */
    public TensorShape withPacked(int packed) {
        return with(roles.withPacked(packed));
    }

    /**
     * This shape as a stack of weights, which the first {@code stacked} axes count. The layout is that of the axes that follow,
     * and the fans are those of one weight.
     *
     * @throws InitializationException if there are not so many axes
     */
    public TensorShape withStacked(int stacked) {
        return with(roles.withStacked(stacked));
    }

    /**
     * This shape with {@code groups} that are a size of a model; see {@link #withGroups(int)}.
     *
     * @throws InitializationException also if there are more than an {@code int} can count
     */
    public TensorShape withGroups(long groups) {
        return withGroups(count("ShapeGroups", "groups", groups));
    }

    /**
     * This shape with {@code packed} weights, a size of a model; see {@link #withPacked(int)}.
     *
     * @throws InitializationException also if there are more than an {@code int} can count
     */
    public TensorShape withPacked(long packed) {
        return withPacked(count("ShapePacked", "packed", packed));
    }

    private int count(String id, String name, long parts) {
        if (parts != (int) parts) {
            throw refused(id, name, "cannot have " + name + " = " + parts + "; use 1 or more, and no more than an int");
        }
        return (int) parts;
    }

    /**
     * This shape with the axes that {@code axes} names as inputs, outputs and batch, instead of a layout. The fans are those of
     * {@code jax.nn.initializers}: the product of the in axes, or of the out axes, times the kernel. Where a {@link Layout} has the same
     * axes, this is the shape with that layout, stacked along a batch that comes first.
     *
     * @throws InitializationException if there is no such axis, one is named twice, or this shape has a layout, groups or more weights
     *     than one already, which the axes say instead
     */
    public TensorShape withAxes(Axes axes) {
        if (roles.saysMoreThanAxes()) {
            throw refused("ShapeAxes", "inAxes", BESIDE_AXES);
        }
        Axes found = axes.within(this);
        return found.layout(rank())
                .map(layout -> with(AxisRoles.USUAL
                        .with(layout)
                        .withStacked(found.batchAxes().size())))
                .orElseGet(() -> with(AxisRoles.USUAL.with(found)));
    }

    private TensorShape with(AxisRoles other) {
        return new TensorShape(dims, elements, other).checked();
    }

    private TensorShape checked() {
        if (axes().isPresent()) {
            if (roles.saysMoreThanAxes()) {
                throw refused("ShapeAxes", "inAxes", BESIDE_AXES);
            }
            return this;
        }
        new RoleCheck(this).check();
        return this;
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

    /** The roles of the axes; {@code OUT_IN_SPATIAL} if they have none of a layout, and {@link #axes} says which. */
    public Layout layout() {
        return roles.layout();
    }

    /** The axes of inputs, outputs and batch, counted from the first, where no {@link #layout} has them. */
    public Optional<Axes> axes() {
        return roles.axes();
    }

    /** Into how many groups the channels are split. */
    public int groups() {
        return roles.groups();
    }

    /** How many weights of equal size lie side by side along the out axis. */
    public int packed() {
        return roles.packed();
    }

    /** How many leading axes only count weights. */
    public int stacked() {
        return roles.stacked();
    }

    /** The shape of one weight of the stack; this shape, if nothing is stacked. */
    public TensorShape unstacked() {
        if (stacked() == 0) {
            return this;
        }
        long[] inner = Arrays.copyOfRange(dims, stacked(), dims.length);
        return new TensorShape(inner, product(inner), roles.withStacked(0));
    }

    /** The number of input channels, as one weight counts them: where a grouped layer counts those of one group, so does this. */
    public long inChannels() {
        return axes().map(axes -> product(axes.inAxes())).orElseGet(() -> channels(layout()::inAxis));
    }

    /** The number of output channels, as one weight counts them. */
    public long outChannels() {
        return axes().map(axes -> product(axes.outAxes())).orElseGet(() -> channels(layout()::outAxis));
    }

    private long product(List<Integer> axes) {
        return axes.stream().mapToLong(axis -> dims[axis]).reduce(1, (a, b) -> a * b);
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
        if (stacked() > 0) {
            return unstacked().receptiveField();
        }
        long field = 1;
        for (int axis = 0; axis < dims.length; axis++) {
            if (isSpatial(axis)) {
                field *= dims[axis];
            }
        }
        return field;
    }

    private boolean isSpatial(int axis) {
        return axes().map(axes -> axes.isSpatial(axis))
                .orElseGet(() -> axis != layout().outAxis(rank()) && axis != layout().inAxis(rank()));
    }

    /**
     * How many inputs one output sums over, and how many outputs one input feeds. With PyTorch's layout and one weight without
     * groups these are the fans of {@code torch.nn.init}: {@code size(1) * receptiveField} and
     * {@code size(0) * receptiveField}; with {@link #withAxes axes}, those of {@code jax.nn.initializers}.
     *
     * @throws InitializationException if one weight has less than two dimensions
     */
    public Fans fans() {
        if (stacked() > 0) {
            return unstacked().fans();
        }
        checkHasFan();
        long field = receptiveField();
        if (axes().isPresent()) {
            return new Fans(inChannels() * field, outChannels() * field);
        }
        Layout layout = layout();
        long whole = size(layout.wholeAxis(rank())) / groups() * field;
        long perGroup = size(layout.groupAxis(rank())) * field;
        return layout.wholeAxis(rank()) == layout.outAxis(rank())
                ? new Fans(perGroup, whole / packed())
                : new Fans(whole, perGroup / packed());
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
        return other instanceof TensorShape shape && Arrays.equals(dims, shape.dims) && roles.equals(shape.roles);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(dims) + roles.hashCode();
    }

    /** The dimensions in brackets, as PyTorch prints them: {@code [64, 3, 7, 7]}; of very many, the first. */
    @Override
    public String toString() {
        return brackets(dims);
    }
}
