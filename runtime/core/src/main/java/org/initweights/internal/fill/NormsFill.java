package org.initweights.internal.fill;

import java.util.Arrays;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.TensorShape;
import org.jspecify.annotations.Nullable;

/**
 * The lengths of the slices of another parameter, ‖v‖ of weight normalization: of each place on an axis the norm over all other axes, or one norm
 * of the whole.
 *
 * @param of the name of the other parameter, beside this one
 * @param axis the axis that is kept; {@link #WHOLE} if none is
 * @param elements how many norms there are
 */
public record NormsFill(String of, int axis, long elements) implements Fill, DerivedFill {

    /** No axis is kept: PyTorch's {@code dim=None}, which it takes for this number, too. */
    public static final int WHOLE = -1;

    private static final String FACTORY = "weightNormGain";

    public NormsFill {
        Argument.size(FACTORY, "axis", axis, WHOLE);
        if (of.isEmpty()) {
            throw new InitializationException(
                    "EmptyName",
                    display(of, axis),
                    "of",
                    "names no parameter; give the name of the one that has the norms");
        }
    }

    private static String display(String of, int axis) {
        return FACTORY + "(\"" + of + "\", " + axis + ")";
    }

    /** How many elements of {@code source} follow each other that are in one slice. */
    public long run(TensorShape source) {
        return axis == WHOLE
                ? source.elements()
                : Arrays.stream(source.dims()).skip(axis + 1L).reduce(1, Math::multiplyExact);
    }

    @Override
    public void checkFits(TensorShape shape, TensorShape source) {
        if (axis >= source.rank()) {
            throw refusal(
                    "DerivedAxis",
                    "axis",
                    "needs axis " + axis + " of " + of + ", but that is " + source + "; count axes from 0, or write "
                            + WHOLE + " for one norm of the whole");
        }
        boolean fits = axis == WHOLE
                ? shape.elements() == 1
                : Arrays.equals(shape.dims(), kept(source)) || Arrays.equals(shape.dims(), alone(source));
        if (!fits) {
            throw refusal(
                    "DerivedShape",
                    null,
                    axis == WHOLE
                            ? "gives one norm, of all " + of + " " + source + ", but " + shape + " has "
                                    + shape.elements() + " elements; use the shape {}, or name the axis to keep"
                            : "gives the norms of " + of + " " + source + " over all axes but " + axis + ", but "
                                    + shape + " is not their shape; use " + TensorShape.of(kept(source)) + " or "
                                    + TensorShape.of(alone(source)));
        }
    }

    /** The shape that PyTorch's has: 1 for each axis that is not kept. */
    private long[] kept(TensorShape source) {
        long[] kept = new long[source.rank()];
        Arrays.fill(kept, 1);
        kept[axis] = source.size(axis);
        return kept;
    }

    private long[] alone(TensorShape source) {
        return new long[] {source.size(axis)};
    }

    private InitializationException refusal(String id, @Nullable String argument, String problem) {
        return new InitializationException(id, display(of, axis), argument, problem);
    }

    /** Of each norm itself, a scale, a sum and what was lost of it, and a sum of doubles that are looked at twice. */
    @Override
    public double heapBytes(TensorShape source) {
        return 5.0 * Double.BYTES * elements;
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
        return 0;
    }

    @Override
    public boolean fits(long count) {
        return count == elements;
    }

    @Override
    public String toString() {
        return "‖" + of + "‖" + (axis == WHOLE ? "" : " over all axes but " + axis);
    }
}
