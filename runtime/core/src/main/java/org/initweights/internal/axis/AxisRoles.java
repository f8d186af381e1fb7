package org.initweights.internal.axis;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.initweights.Axes;
import org.initweights.Layout;

/**
 * What the axes of a shape mean.
 *
 * @param layout the order of the axes; not used where {@code axes} is present
 * @param axes the axes of inputs, outputs and batch, counted from the first, where no layout describes them
 * @param groups into how many groups the channels are split
 * @param packed how many weights lie side by side along the out axis
 * @param stacked how many leading axes count separate weights
 * @param <N> what groups and packed weights are counted by: a number, or an expression of one
 */
public record AxisRoles<N>(Layout layout, Optional<Axes> axes, N groups, N packed, int stacked) {

    /** One weight without groups, in PyTorch's order. */
    public static final AxisRoles<Integer> USUAL = new AxisRoles<>(Layout.OUT_IN_SPATIAL, Optional.empty(), 1, 1, 0);

    /** These roles with another layout. */
    public AxisRoles<N> with(Layout other) {
        return new AxisRoles<>(other, axes, groups, packed, stacked);
    }

    /** These roles with axes. */
    public AxisRoles<N> with(Axes other) {
        return new AxisRoles<>(layout, Optional.of(other), groups, packed, stacked);
    }

    /** These roles with another number of groups. */
    public AxisRoles<N> withGroups(N other) {
        return new AxisRoles<>(layout, axes, other, packed, stacked);
    }

    /** These roles with another number of packed weights. */
    public AxisRoles<N> withPacked(N other) {
        return new AxisRoles<>(layout, axes, groups, other, stacked);
    }

    /** These roles with another number of axes that count weights. */
    public AxisRoles<N> withStacked(int other) {
        return new AxisRoles<>(layout, axes, groups, packed, other);
    }

    /** These roles with other counts of groups and packed weights. */
    public <M> AxisRoles<M> map(Function<? super N, ? extends M> count) {
        return new AxisRoles<>(layout, axes, count.apply(groups), count.apply(packed), stacked);
    }

    /** Whether a layout, groups, packed or stacked weights were given, of numbers that are known. */
    public boolean saysMoreThanAxes() {
        return !new AxisRoles<>(layout, Optional.empty(), groups, packed, stacked).equals(USUAL);
    }

    /** The axes that an output sums over, in a shape of this rank. */
    public List<Integer> inAxes(int rank) {
        return axes.map(Axes::inAxes).orElseGet(() -> List.of(stacked + layout.inAxis(rank - stacked)));
    }

    /** The axes of the outputs, in a shape of this rank. */
    public List<Integer> outAxes(int rank) {
        return axes.map(Axes::outAxes).orElseGet(() -> List.of(stacked + layout.outAxis(rank - stacked)));
    }

    /** The axes of the kernel, in a shape of this rank. */
    public List<Integer> kernelAxes(int rank) {
        List<Integer> batch = axes.map(Axes::batchAxes)
                .orElseGet(() -> IntStream.range(0, stacked).boxed().toList());
        return IntStream.range(0, rank)
                .boxed()
                .filter(axis -> !inAxes(rank).contains(axis) && !outAxes(rank).contains(axis) && !batch.contains(axis))
                .toList();
    }
}
