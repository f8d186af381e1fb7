package org.initweights;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.initweights.internal.axis.AxisRoles;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a parameter: its sizes, and what each axis means.
 *
 * <p>A shape has any number of dimensions, each of size 0 or more; without dimensions it is a scalar. What the axes mean decides the
 * fans:
 * <ul>
 *   <li>the {@link Layout} says which axis counts outputs and which inputs;
 *   <li>{@code groups} is the number of independent groups that the channels of a convolution are split into;
 *   <li>{@code packed} is the number of weights side by side along the out axis, such as query, key and value;
 *   <li>{@code stacked} is the number of leading axes that count separate weights, such as the experts of a mixture.
 * </ul>
 *
 * <p>Where inputs or outputs are several axes, {@link Axes} take the place of all four.
 *
 * <pre>{@code
 * TensorShape.of(64, 3, 7, 7)                                                // PyTorch's convolution
 * TensorShape.of(3, 3, 16, 32).withLayout(Layout.SPATIAL_IN_OUT)             // Keras' convolution
 * TensorShape.of(2304, 768).withPacked(3)                                    // query, key and value
 * TensorShape.of(8, 3072, 768).withStacked(1)                                // 8 experts
 * }</pre>
 *
 * <p>Shapes are immutable, and threads may share them.
 */
public final class TensorShape implements Serializable {

    // Longer than other files: the sizes and roles of a shape have one constructor and one with-method each, and mostly
    // Javadoc.

    private static final long serialVersionUID = 1;

    /** Messages show at most this many dimensions of a shape, since files may claim any number. */
    private static final int MOST_SHOWN = 64;

    private static final String BESIDE_AXES =
            "cannot have axes beside a layout, groups, packed or stacked; the axes say all, batchAxes what is stacked";

    private final long[] dims;
    private final long elements;
    private final transient AxisRoles<Integer> roles;

    private TensorShape(long[] dims, long elements, AxisRoles<Integer> roles) {
        this.dims = dims;
        this.elements = elements;
        this.roles = roles;
    }

    /**
     * The shape of one weight without groups, in PyTorch's layout, {@link Layout#OUT_IN_SPATIAL}.
     *
     * @param dims the sizes, outermost first; none for a scalar
     * @throws InitializationException if a dimension is negative, or if the number of elements exceeds a {@code long}
     */
    public static TensorShape of(long... dims) {
        long[] copy = dims.clone();
        return new TensorShape(copy, product(copy), AxisRoles.USUAL);
    }

    /**
     * This shape with another layout.
     *
     * @throws InitializationException if the groups or packed weights of this shape do not divide the channels of that layout
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
     * This shape as {@code packed} weights of equal size, side by side along the out axis. The fans count the outputs of one weight.
     *
     * @throws InitializationException if {@code packed} is not positive, or does not divide the out channels
     */
    public TensorShape withPacked(int packed) {
        return with(roles.withPacked(packed));
    }

    /**
     * This shape as a stack of weights, which the first {@code stacked} axes count. The layout describes the axes after them, and the
     * fans belong to one weight.
     *
     * @throws InitializationException if {@code stacked} is negative, or more than the number of axes
     */
    public TensorShape withStacked(int stacked) {
        return with(roles.withStacked(stacked));
    }

    /**
     * As {@link #withGroups(int)}, for a number of groups that is a size of a model.
     *
     * @throws InitializationException also if there are more than an {@code int} can count
     */
    public TensorShape withGroups(long groups) {
        return withGroups(count("ShapeGroups", "groups", groups));
    }

    /**
     * As {@link #withPacked(int)}, for a number of weights that is a size of a model.
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
     * This shape with axes of inputs, outputs and batch instead of a layout. The fans are counted as {@code jax.nn.initializers} does:
     * the product of the in axes, or of the out axes, times the positions of the kernel.
     *
     * <p>If a {@link Layout} names the same axes, the result has that layout, and a batch that comes first is a stack.
     *
     * @throws InitializationException if the shape has no such axis, an axis is named twice, or this shape has a layout other than
     *     PyTorch's, groups, packed or stacked weights already
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

    private TensorShape with(AxisRoles<Integer> other) {
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

    /** The order of the axes. Where {@link #axes} is present, it describes them, and this is {@code OUT_IN_SPATIAL}. */
    public Layout layout() {
        return roles.layout();
    }

    /** The axes of inputs, outputs and batch, counted from 0; empty if a {@link #layout} describes them. */
    public Optional<Axes> axes() {
        return roles.axes();
    }

    /** The number of groups that the channels are split into; 1 for a layer without groups. */
    public int groups() {
        return roles.groups();
    }

    /** The number of weights of equal size side by side along the out axis; 1 for a single weight. */
    public int packed() {
        return roles.packed();
    }

    /** The number of leading axes that count separate weights; 0 for a single weight. */
    public int stacked() {
        return roles.stacked();
    }

    /** The shape of one weight of the stack; this shape if nothing is stacked. */
    public TensorShape unstacked() {
        if (stacked() == 0) {
            return this;
        }
        long[] inner = Arrays.copyOfRange(dims, stacked(), dims.length);
        return new TensorShape(inner, product(inner), roles.withStacked(0));
    }

    /**
     * The size of the axis of input channels. In a layer with groups it is the number for one group, or for all groups, as the layout
     * says: {@code [out, in / groups, k…]} gives {@code in / groups}.
     *
     * @throws InitializationException if one weight has less than two dimensions
     */
    public long inChannels() {
        return axes().map(axes -> product(axes.inAxes())).orElseGet(() -> channels(layout()::inAxis));
    }

    /**
     * The size of the axis of output channels. In a layer with groups it is the number for one group, or for all groups, as the layout
     * says: {@code [in, out / groups, k…]} gives {@code out / groups}. Packed weights are counted together.
     *
     * @throws InitializationException if one weight has less than two dimensions
     */
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

    /** The number of positions in the kernel of a convolution: the product of all sizes that are not channels; 1 for a matrix. */
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
     * How many inputs one output sums over, and how many outputs one input feeds.
     *
     * <p>For one weight without groups, in PyTorch's layout, these are the numbers of {@code torch.nn.init}:
     * {@code size(1) * receptiveField} and {@code size(0) * receptiveField}. With {@link #withAxes axes} they are the numbers of
     * {@code jax.nn.initializers}. In a layer with groups they count the channels of one group, and of packed or stacked weights they
     * count one weight.
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

    private Object writeReplace() {
        return SerialShape.of(this);
    }

    private void readObject(ObjectInputStream stream) throws InvalidObjectException {
        throw new InvalidObjectException("a shape is read from its serial form alone");
    }

    /** Two shapes are equal if their sizes are, and their axes mean the same. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TensorShape shape && Arrays.equals(dims, shape.dims) && roles.equals(shape.roles);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(dims) + roles.hashCode();
    }

    /** The sizes in brackets, as PyTorch prints them: {@code [64, 3, 7, 7]}. After 64 sizes the rest is left out. */
    @Override
    public String toString() {
        return brackets(dims);
    }
}
