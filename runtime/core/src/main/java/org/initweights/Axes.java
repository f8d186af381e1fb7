package org.initweights;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The axes of a weight where inputs or outputs are several axes: {@code in_axis}, {@code out_axis} and {@code batch_axis} of
 * {@code jax.nn.initializers.variance_scaling}. All other axes belong to a kernel.
 *
 * <p>Example, the query projection of an attention with 8 heads, which has one axis of inputs and two of outputs:
 * <pre>{@code
 * TensorShape.of(512, 8, 64).withAxes(Axes.of(List.of(0), List.of(1, 2)))      // fan_in 512, fan_out 512
 * }</pre>
 *
 * <p>Axes count from 0. A negative number counts from the end: -1 is the last axis.
 *
 * <p>Axes are immutable, and threads may share them.
 *
 * @param inAxes the axes that an output sums over
 * @param outAxes the axes of the outputs
 * @param batchAxes the axes that count separate weights, such as the experts of a mixture
 */
public record Axes(List<Integer> inAxes, List<Integer> outAxes, List<Integer> batchAxes) implements Serializable {

    /** Takes the axes as they are given; {@link TensorShape#withAxes} checks them against a shape. */
    public Axes {
        inAxes = List.copyOf(inAxes);
        outAxes = List.copyOf(outAxes);
        batchAxes = List.copyOf(batchAxes);
    }

    /** Axes of inputs and outputs, without a batch. */
    public static Axes of(List<Integer> inAxes, List<Integer> outAxes) {
        return new Axes(inAxes, outAxes, List.of());
    }

    /**
     * These axes counted from the first, each list in order.
     *
     * @throws InitializationException if an axis is not one of {@code shape}, or is named twice
     */
    Axes within(TensorShape shape) {
        Set<Integer> named = new HashSet<>();
        return new Axes(
                within(shape, "inAxes", inAxes, named),
                within(shape, "outAxes", outAxes, named),
                within(shape, "batchAxes", batchAxes, named));
    }

    private static List<Integer> within(TensorShape shape, String name, List<Integer> axes, Set<Integer> named) {
        int rank = shape.rank();
        List<Integer> found = new ArrayList<>();
        for (int axis : axes) {
            if (axis < -rank || axis >= rank) {
                String there = rank == 0
                        ? "it is a scalar"
                        : "its axes are 0 to " + (rank - 1) + ", or " + -rank + " to -1 counted from the last";
                throw refused(shape, name, "has no axis " + axis + " for " + name + "; " + there);
            }
            int fromFirst = axis < 0 ? axis + rank : axis;
            if (!named.add(fromFirst)) {
                throw refused(
                        shape,
                        name,
                        "has one axis " + fromFirst + ", which " + name
                                + " names a second time; name it once, in one of" + " inAxes, outAxes and batchAxes");
            }
            found.add(fromFirst);
        }
        return found.stream().sorted().toList();
    }

    private static InitializationException refused(TensorShape shape, String argument, String problem) {
        return new InitializationException("ShapeAxes", "shape " + shape, argument, problem);
    }

    /** The layout that names the same axes in a weight of this rank, if there is one; the batch is then a stack. */
    Optional<Layout> layout(int rank) {
        int stacked = batchAxes.size();
        int weightRank = rank - stacked;
        if (weightRank < 2
                || !batchAxes.equals(IntStream.range(0, stacked).boxed().toList())) {
            return Optional.empty();
        }
        return Arrays.stream(Layout.values())
                .filter(layout -> inAxes.equals(List.of(stacked + layout.inAxis(weightRank)))
                        && outAxes.equals(List.of(stacked + layout.outAxis(weightRank))))
                .findFirst();
    }

    /** Whether an axis belongs to a kernel. */
    boolean isSpatial(int axis) {
        return !inAxes.contains(axis) && !outAxes.contains(axis) && !batchAxes.contains(axis);
    }

    /** The axes as messages have them: {@code inAxes [0], outAxes [1, 2]}. */
    @Override
    public String toString() {
        return "inAxes " + inAxes + ", outAxes " + outAxes + (batchAxes.isEmpty() ? "" : ", batchAxes " + batchAxes);
    }
}
