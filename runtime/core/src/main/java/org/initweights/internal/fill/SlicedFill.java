package org.initweights.internal.fill;

import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.initweights.Fill;
import org.initweights.InitializationException;

/**
 * A fill in which some ranges have fills of their own.
 *
 * @param base what the elements outside all ranges hold
 * @param ranges disjoint ranges
 * @param elements how many elements the whole parameter has
 */
public record SlicedFill(Fill base, List<Range> ranges, long elements) implements Fill, Sized {

    /**
     * Some elements that follow each other.
     *
     * @param from the first
     * @param to the first that no longer belongs to them
     */
    public record Range(long from, long to, Fill fill) {

        long length() {
            return to - from;
        }
    }

    public SlicedFill {
        ranges = List.copyOf(ranges);
        long done = 0;
        for (Range range :
                ranges.stream().sorted(Comparator.comparingLong(Range::from)).toList()) {
            boolean isInside = done <= range.from && range.from <= range.to && range.to <= elements;
            if (!isInside || !Sized.fits(range.fill, range.length())) {
                throw new InitializationException(
                        "SliceRange",
                        "withRows",
                        null,
                        "cannot write " + range.fill + " to the elements " + range.from + " : " + range.to + " of "
                                + elements + (isInside ? "" : ", of which those before " + done + " are taken"));
            }
            done = range.to;
        }
        if (!Sized.fits(base, elements)) {
            throw new InitializationException(
                    "FillSize", "withRows", null, "of " + elements + " elements cannot begin as " + base);
        }
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

    private long rest() {
        return elements - ranges.stream().mapToLong(Range::length).sum();
    }

    private double average(ToDoubleFunction<Fill> quantity) {
        if (elements == 0) {
            return quantity.applyAsDouble(base);
        }
        double sum = rest() == 0 ? 0 : rest() * quantity.applyAsDouble(base);
        for (Range range : ranges) {
            sum += range.length() * quantity.applyAsDouble(range.fill);
        }
        return sum / elements;
    }

    private double extreme(ToDoubleFunction<Fill> bound, DoubleBinaryOperator choice) {
        double inRanges = ranges.stream()
                .filter(range -> range.length() > 0)
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
        return ranges.stream()
                .map(range -> range.fill.toString())
                .distinct()
                .collect(Collectors.joining(", ", base + " and in slices ", ""));
    }
}
