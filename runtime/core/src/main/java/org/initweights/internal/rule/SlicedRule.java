package org.initweights.internal.rule;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.initweights.AxisSlice;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.Initializer;
import org.initweights.TensorShape;
import org.initweights.internal.fill.DerivedFill;
import org.initweights.internal.fill.SlicedFill;
import org.initweights.internal.fill.UsualValue;
import org.initweights.internal.message.Notation;

/** A rule with exceptions: slices of axes follow rules of their own. */
public record SlicedRule(Initializer base, List<Part> slices) implements Rule {

    /** Texts show at most this many slices. */
    private static final int MOST_SHOWN = 8;

    /**
     * A slice of an axis.
     *
     * @param from the first place
     * @param to the first place that does not belong to it any more
     * @param axis 0 for rows
     * @param step from place to place
     * @param every how many places a block has, of each of which these are slices; 0 if the axis is one block
     */
    public record Part(
            long from,
            long to,
            @UsualValue(0) int axis,
            @UsualValue(1) int step,
            @UsualValue(0) long every,
            Initializer initializer)
            implements Serializable {

        /** A slice and what it starts as. */
        public Part(AxisSlice slice, Initializer initializer) {
            this(slice.from(), slice.to(), slice.axis(), slice.step(), slice.every(), initializer);
        }

        /** Which places these are. */
        public AxisSlice slice() {
            return new AxisSlice(axis, from, to, step, every);
        }

        @Override
        public String toString() {
            return slice().toString();
        }
    }

    public SlicedRule {
        slices = List.copyOf(slices);
    }

    /** {@code base} with a slice, besides those it may have already. */
    public static SlicedRule of(Initializer base, Part slice) {
        if (base instanceof SlicedRule sliced) {
            List<Part> all = new ArrayList<>(sliced.slices);
            all.add(slice);
            return new SlicedRule(sliced.base, all);
        }
        return new SlicedRule(base, List.of(slice));
    }

    @Override
    public Fill resolve(TensorShape shape) {
        List<SlicedFill.Range> ranges = new ArrayList<>();
        for (PlacedSlice placed : placed(shape)) {
            ranges.add(placed.range(resolved(slices.get(ranges.size()).initializer, placed.shape())));
        }
        return new SlicedFill(resolved(base, shape), ranges, shape.elements());
    }

    private static Fill resolved(Initializer initializer, TensorShape shape) {
        Fill fill = Resolution.of(initializer, shape);
        if (fill instanceof DerivedFill) {
            throw new InitializationException(
                    "DerivedSlice",
                    fill.toString(),
                    null,
                    "is for a whole parameter, and this one has slices; remove these");
        }
        return fill;
    }

    /** The slices in a shape, which has them, and in which they are disjoint. */
    private List<PlacedSlice> placed(TensorShape shape) {
        List<PlacedSlice> placed =
                slices.stream().map(part -> PlacedSlice.of(part.slice(), shape)).toList();
        PlacedSlice.firstShared(placed).ifPresent(shared -> {
            AxisSlice later = placed.get(shared.later()).slice();
            throw new InitializationException(
                    "SliceOverlap",
                    PlacedSlice.method(later),
                    "slice",
                    "has " + placed.get(shared.earlier()).slice() + " and " + later + ", which overlap");
        });
        return placed;
    }

    private boolean coversAll(TensorShape shape) {
        return placed(shape).stream().mapToLong(part -> part.shape().elements()).sum() == shape.elements();
    }

    @Override
    public String title() {
        return titleOf(base) + ", sliced";
    }

    @Override
    public String explain(TensorShape shape) {
        String rest = coversAll(shape) ? "" : explain(base, shape) + "; ";
        return rest
                + listed(part -> explain(
                        part.initializer, PlacedSlice.of(part.slice(), shape).shape()));
    }

    @Override
    public String explain() {
        return titleOf(base) + "; " + listed(part -> titleOf(part.initializer));
    }

    /** The first slices and the last: of a ramp over thousands of rows too, all is on one line. */
    private String listed(Function<Part, String> words) {
        Function<Part, String> one = part -> part + " " + words.apply(part);
        if (slices.size() <= MOST_SHOWN) {
            return slices.stream().map(one).collect(Collectors.joining("; "));
        }
        int shown = MOST_SHOWN / 2;
        return slices.stream().limit(shown).map(one).collect(Collectors.joining("; "))
                + "; … " + Notation.count(slices.size() - shown - 1L) + " slices …; "
                + one.apply(slices.get(slices.size() - 1));
    }

    private static String explain(Initializer initializer, TensorShape shape) {
        return initializer instanceof Rule rule
                ? rule.explain(shape)
                : Resolution.of(initializer, shape).toString();
    }

    private static String titleOf(Initializer initializer) {
        return initializer instanceof Rule rule
                ? rule.title()
                : initializer.getClass().getSimpleName();
    }
}
