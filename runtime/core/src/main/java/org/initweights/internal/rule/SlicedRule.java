package org.initweights.internal.rule;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.Initializer;
import org.initweights.TensorShape;
import org.initweights.internal.fill.SlicedFill;

/** A rule with exceptions: some rows, counted on the outermost axis, follow rules of their own. */
public record SlicedRule(Initializer base, List<Rows> slices) implements Rule {

    /**
     * Some rows that follow each other.
     *
     * @param from the first row
     * @param to the first row that does not belong to them any more
     */
    public record Rows(long from, long to, Initializer initializer) implements Serializable {
        /** The rows as a parameter of their own; it is not grouped, nor packed. */
        public TensorShape shapeIn(TensorShape whole) {
            long[] dims = whole.dims();
            dims[0] = to - from;
            TensorShape rows = TensorShape.of(dims);
            return whole.axes()
                    .map(rows::withAxes)
                    .orElseGet(() -> rows.withLayout(whole.layout()).withStacked(whole.stacked()));
        }

        @Override
        public String toString() {
            return to - from == 1 ? "row " + from : "rows " + from + " : " + to;
        }
    }

    public SlicedRule {
        slices = List.copyOf(slices);
    }

    /** {@code base} with {@code rows}, besides those it may have already. */
    public static SlicedRule of(Initializer base, Rows rows) {
        if (base instanceof SlicedRule sliced) {
            List<Rows> all = new ArrayList<>(sliced.slices);
            all.add(rows);
            return new SlicedRule(sliced.base, all);
        }
        return new SlicedRule(base, List.of(rows));
    }

    @Override
    public Fill resolve(TensorShape shape) {
        long rows = rows(shape);
        long rowElements = rows == 0 ? 0 : shape.elements() / rows;
        List<SlicedFill.Range> ranges = new ArrayList<>();
        for (int i = 0; i < slices.size(); i++) {
            Rows slice = slices.get(i);
            check(slice, slices.subList(0, i), shape);
            ranges.add(new SlicedFill.Range(
                    slice.from * rowElements,
                    slice.to * rowElements,
                    Resolution.of(slice.initializer, slice.shapeIn(shape))));
        }
        return new SlicedFill(Resolution.of(base, shape), ranges, shape.elements());
    }

    private static long rows(TensorShape shape) {
        if (shape.rank() == 0) {
            throw new InitializationException("SliceRank", "withRows", null, "needs rows, and a scalar has none");
        }
        return shape.size(0);
    }

    private boolean coversAll(long rows) {
        return slices.stream().mapToLong(slice -> slice.to - slice.from).sum() == rows;
    }

    private static void check(Rows slice, List<Rows> before, TensorShape shape) {
        if (slice.from < 0 || slice.from > slice.to || slice.to > shape.size(0)) {
            throw new InitializationException(
                    "SliceRange",
                    "withRows",
                    "slice",
                    "has " + slice + ", but " + shape + " has the rows 0 : " + shape.size(0));
        }
        for (Rows other : before) {
            if (slice.from < other.to && other.from < slice.to) {
                throw new InitializationException(
                        "SliceOverlap", "withRows", "slice", "has " + other + " and " + slice + ", which overlap");
            }
        }
    }

    @Override
    public String title() {
        return titleOf(base) + ", sliced";
    }

    @Override
    public String explain(TensorShape shape) {
        String rest = coversAll(rows(shape)) ? "" : explain(base, shape) + "; ";
        return rest
                + slices.stream()
                        .map(slice -> slice + " " + explain(slice.initializer, slice.shapeIn(shape)))
                        .collect(Collectors.joining("; "));
    }

    @Override
    public String explain() {
        return slices.stream()
                .map(slice -> slice + " " + titleOf(slice.initializer))
                .collect(Collectors.joining("; ", titleOf(base) + "; ", ""));
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
