package org.initweights.internal.fill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.internal.message.Notation;
import org.initweights.internal.tensor.DisjointRuns;
import org.initweights.internal.tensor.ElementRuns;

/**
 * A fill in which some parts have fills of their own.
 *
 * @param base what the elements outside all parts hold
 * @param ranges disjoint parts
 * @param elements how many elements the whole parameter has
 */
public record SlicedFill(Fill base, List<Range> ranges, long elements) implements Fill, Sized {

    /** Texts show at most this many fills. */
    private static final int MOST_SHOWN = 8;

    /**
     * A part: runs of elements in row-major order, of which each begins a step behind the one before, in blocks that repeat. Most are one run
     * of elements that follow each other.
     *
     * @param from the first
     * @param to the first behind them, in the first block
     * @param step from the beginning of one run to that of the next
     * @param run how many elements follow each other from there on
     * @param every how many elements a block has, which divides those of the whole; 0 if the whole is one block
     */
    public record Range(
            long from,
            long to,
            @UsualValue(1) long step,
            @UsualValue(1) long run,
            @UsualValue(0) long every,
            Fill fill) {

        public Range {
            if (step < 1 || run < 1 || run > step || every < 0) {
                throw new InitializationException(
                        "SliceRange",
                        "withSlice",
                        null,
                        "cannot write runs of " + run + " elements, " + step + " apart, in blocks of " + every);
            }
            if (0 <= from && from < to) {
                // The same elements are the same numbers: the end is that of the last run, and what is one run has no
                // steps.
                long runs = (to - from - 1) / step;
                long end = from + runs * step + run;
                boolean touch = run == step || runs == 0;
                to = end < to ? end : to;
                step = touch && end <= to ? 1 : step;
                run = touch && end <= to ? 1 : run;
            }
        }

        /** Elements that follow each other. */
        public Range(long from, long to, Fill fill) {
            this(from, to, 1, 1, 0, fill);
        }

        /** The same elements with another fill. */
        public Range with(Fill other) {
            return new Range(from, to, step, run, every, other);
        }

        /** The same in a whole of so many elements: what is one block, or all of each, is no block. */
        private Range in(long elements) {
            boolean isAll = every > 0 && from == 0 && to == every && step == 1 && elements % every == 0;
            return isAll
                    ? new Range(0, elements, fill)
                    : every == elements ? new Range(from, to, step, run, 0, fill) : this;
        }

        private boolean isInside(long elements) {
            long block = every == 0 ? elements : every;
            return 0 <= from
                    && from <= to
                    && to <= block
                    && (block == 0 || elements % block == 0)
                    && (from == to || run <= to - from - (to - from - 1) / step * step);
        }

        @Override
        public String toString() {
            return from + " : " + to + (step == 1 ? "" : " : " + step) + (run == 1 ? "" : " in runs of " + run)
                    + (every == 0 ? "" : " of every " + every);
        }
    }

    public SlicedFill {
        ranges = ranges.stream().map(range -> range.in(elements)).toList();
        for (Range range : ranges) {
            if (!range.isInside(elements)
                    || !Sized.fits(range.fill, runs(range, elements).elements())) {
                throw refused(range, elements, "");
            }
        }
        List<ElementRuns> parts = new ArrayList<>();
        for (Range range : ranges) {
            parts.add(runs(range, elements));
        }
        Optional<DisjointRuns.Shared> shared = DisjointRuns.firstShared(parts);
        if (shared.isPresent()) {
            throw refused(
                    ranges.get(shared.get().later()),
                    elements,
                    ", of which some are in " + ranges.get(shared.get().earlier()) + " too");
        }
        if (!Sized.fits(base, elements)) {
            throw new InitializationException(
                    "FillSize", "withRows", null, "of " + elements + " elements cannot begin as " + base);
        }
    }

    private static InitializationException refused(Range range, long elements, String why) {
        return new InitializationException(
                "SliceRange",
                "withRows",
                null,
                "cannot write " + range.fill + " to the elements " + range + " of " + elements + why);
    }

    /** Where the elements of one of the ranges are. */
    public ElementRuns runs(Range range) {
        return runs(range, elements);
    }

    private static ElementRuns runs(Range range, long elements) {
        long block = range.every == 0 ? elements : range.every;
        return ElementRuns.of(range.from, range.to, range.step, range.run, block, elements);
    }

    /** How many elements one of the ranges has. */
    public long elementsOf(Range range) {
        return runs(range).elements();
    }

    /** How many elements are in no range. */
    public long rest() {
        return elements
                - ranges.stream().mapToLong(range -> runs(range).elements()).sum();
    }

    @Override
    public double mean() {
        return average(Fill::mean);
    }

    @Override
    public double std() {
        double mean = mean();
        double square = average(fill -> fill.std() * fill.std() + fill.mean() * fill.mean());
        return Math.sqrt(Math.max(0, square - mean * mean));
    }

    @Override
    public double lower() {
        return extreme(Fill::lower, Math::min);
    }

    @Override
    public double upper() {
        return extreme(Fill::upper, Math::max);
    }

    private double average(ToDoubleFunction<Fill> quantity) {
        if (elements == 0) {
            return quantity.applyAsDouble(base);
        }
        double sum = rest() == 0 ? 0 : rest() * quantity.applyAsDouble(base);
        for (Range range : ranges) {
            sum += runs(range).elements() * quantity.applyAsDouble(range.fill);
        }
        return sum / elements;
    }

    private double extreme(ToDoubleFunction<Fill> bound, DoubleBinaryOperator choice) {
        double inRanges = ranges.stream()
                .filter(range -> runs(range).elements() > 0)
                .mapToDouble(range -> bound.applyAsDouble(range.fill))
                .reduce(choice)
                .orElse(bound.applyAsDouble(base));
        return rest() == 0 ? inRanges : choice.applyAsDouble(inRanges, bound.applyAsDouble(base));
    }

    @Override
    public boolean fits(long elements) {
        return this.elements == elements;
    }

    @Override
    public String toString() {
        List<String> fills =
                ranges.stream().map(range -> range.fill.toString()).distinct().toList();
        String more = fills.size() > MOST_SHOWN ? ", … (" + Notation.count(fills.size()) + " kinds)" : "";
        return fills.stream().limit(MOST_SHOWN).collect(Collectors.joining(", ", base + " and in slices ", more));
    }
}
