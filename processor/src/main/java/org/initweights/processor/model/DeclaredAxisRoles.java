package org.initweights.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.initweights.Axes;
import org.initweights.Layout;
import org.initweights.TensorShape;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.expression.SizeVariable;

/**
 * What the axes of a shape mean.
 *
 * @param layout which axis is which, unless axes say so
 * @param declared whether the user said so, or it is the default
 * @param groups into how many groups the channels are split
 * @param groupsSaid whether the user said so, or one is the default
 * @param packed how many weights lie side by side along the out axis
 * @param stacked how many leading axes only count weights
 * @param axes the axes of inputs, outputs and batch, counted from the first, where no layout has them
 */
public record DeclaredAxisRoles(
        Layout layout,
        boolean declared,
        Dimension groups,
        boolean groupsSaid,
        Dimension packed,
        int stacked,
        Optional<Axes> axes) {

    /** Whether it is known into how many parts the channels are split. */
    public boolean isKnown() {
        return groups.size().isPresent() && packed.size().isPresent();
    }

    /** The numbers of the model that the roles depend on. */
    List<SizeVariable> variables() {
        return Stream.of(groups, packed)
                .flatMap(count -> count.variables().stream())
                .toList();
    }

    /**
     * The shape with these roles, which are known.
     *
     * @throws org.initweights.InitializationException if it has no such axes
     */
    TensorShape applyTo(TensorShape shape) {
        return axes.isPresent()
                ? shape.withAxes(axes.get())
                : shape.withStacked(stacked)
                        .withLayout(layout)
                        .withGroups(groups.size().orElseThrow())
                        .withPacked(packed.size().orElseThrow());
    }

    /** The roles without those parts that only known sizes can be checked against. */
    DeclaredAxisRoles forUnknownSizes() {
        return with(
                Dimension.of(Math.min(groups.size().orElse(1), 1)),
                Dimension.of(Math.min(packed.size().orElse(1), 1)));
    }

    /** The roles with this number in place of those that are not known. */
    public DeclaredAxisRoles with(long unknown) {
        return with(
                Dimension.of(groups.size().orElse(unknown)),
                Dimension.of(packed.size().orElse(unknown)));
    }

    private DeclaredAxisRoles with(Dimension otherGroups, Dimension otherPacked) {
        return new DeclaredAxisRoles(layout, declared, otherGroups, groupsSaid, otherPacked, stacked, axes);
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

    /** The roles in words where they are not the usual: {@code  (SPATIAL_IN_OUT, 3 packed)}. */
    public String words() {
        List<String> words = new ArrayList<>();
        axes.map(Axes::toString).ifPresent(words::add);
        if (layout != Layout.OUT_IN_SPATIAL) {
            words.add(layout.name());
        }
        if (!groups.size().equals(OptionalLong.of(1))) {
            words.add(groups.text() + " groups");
        }
        if (!packed.size().equals(OptionalLong.of(1))) {
            words.add(packed.text() + " packed");
        }
        if (stacked != 0) {
            words.add(stacked == 1 ? "stacked along the first axis" : "stacked along the first " + stacked + " axes");
        }
        return words.isEmpty() ? "" : " (" + String.join(", ", words) + ")";
    }
}
