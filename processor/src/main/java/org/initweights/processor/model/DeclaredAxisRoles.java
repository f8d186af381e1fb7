package org.initweights.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.initweights.Axes;
import org.initweights.Layout;
import org.initweights.TensorShape;
import org.initweights.internal.axis.AxisRoles;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.expression.SizeVariable;

/**
 * The roles of axes as a model declares them.
 *
 * @param given the roles; groups and packed weights may depend on the model
 * @param declared whether the user said which axis is which, or it is the default
 * @param groupsSaid whether the user said into how many groups the channels are split, or one is the default
 */
public record DeclaredAxisRoles(AxisRoles<Dimension> given, boolean declared, boolean groupsSaid) {

    /** Whether it is known into how many parts the channels are split. */
    public boolean isKnown() {
        return given.groups().size().isPresent() && given.packed().size().isPresent();
    }

    /** The numbers of the model that the roles depend on. */
    List<SizeVariable> variables() {
        return Stream.of(given.groups(), given.packed())
                .flatMap(count -> count.variables().stream())
                .toList();
    }

    /**
     * The shape with these roles, which are known.
     *
     * @throws org.initweights.InitializationException if it has no such axes
     */
    TensorShape applyTo(TensorShape shape) {
        return given.axes().isPresent()
                ? shape.withAxes(given.axes().get())
                : shape.withStacked(given.stacked())
                        .withLayout(given.layout())
                        .withGroups(given.groups().size().orElseThrow())
                        .withPacked(given.packed().size().orElseThrow());
    }

    /** The roles without those parts that only known sizes can be checked against. */
    DeclaredAxisRoles forUnknownSizes() {
        return with(count -> Math.min(count.size().orElse(1), 1));
    }

    /** The roles with this number in place of those that are not known. */
    public DeclaredAxisRoles with(long unknown) {
        return with(count -> count.size().orElse(unknown));
    }

    private DeclaredAxisRoles with(ToLongFunction<Dimension> known) {
        return new DeclaredAxisRoles(given.map(count -> Dimension.of(known.applyAsLong(count))), declared, groupsSaid);
    }

    /** The roles in words where they are not the usual: {@code  (SPATIAL_IN_OUT, 3 packed)}. */
    public String words() {
        List<String> words = new ArrayList<>();
        given.axes().map(Axes::toString).ifPresent(words::add);
        if (given.layout() != Layout.OUT_IN_SPATIAL) {
            words.add(given.layout().name());
        }
        if (!given.groups().size().equals(OptionalLong.of(1))) {
            words.add(given.groups().text() + " groups");
        }
        if (!given.packed().size().equals(OptionalLong.of(1))) {
            words.add(given.packed().text() + " packed");
        }
        if (given.stacked() != 0) {
            words.add(
                    given.stacked() == 1
                            ? "stacked along the first axis"
                            : "stacked along the first " + given.stacked() + " axes");
        }
        return words.isEmpty() ? "" : " (" + String.join(", ", words) + ")";
    }
}
