package org.initweights.internal.piece;

import java.util.stream.LongStream;
import org.initweights.Fill;
import org.initweights.internal.fill.DeltaOrthogonalFill;
import org.initweights.internal.fill.FromWeights;
import org.initweights.internal.fill.Leaves;
import org.initweights.internal.fill.LowRankFill;
import org.initweights.internal.fill.OrthogonalFill;
import org.initweights.internal.fill.PartsFill;
import org.initweights.internal.fill.RepeatedFill;
import org.initweights.internal.fill.ResizedFill;
import org.initweights.internal.fill.SlicedFill;
import org.initweights.internal.fill.SparseFill;
import org.initweights.internal.fill.TruncatedNormalFill;
import org.initweights.internal.fill.VarianceScaledFill;
import org.initweights.internal.tensor.ElementRange;

/**
 * What cannot be made element by element: an orthogonal matrix, a sparse one, what is computed of a whole stored tensor. An element of
 * those needs all of the unit that it is in; of a stack of orthogonal matrices that is one matrix, and of a parameter with such a unit in
 * columns, all.
 */
final class WholeUnits {

    private WholeUnits() {}

    /**
     * The elements that have to be made together with one.
     *
     * @param elements how many elements the fill is for
     * @return the unit, or no elements if each is made on its own
     */
    static ElementRange around(long index, Fill fill, long elements) {
        if (fill instanceof PartsFill parts) {
            long length = parts.elementsPerPart();
            long begin = index / length * length;
            return movedBy(begin, around(index - begin, parts.part(), length));
        }
        if (fill instanceof SlicedFill sliced) {
            if (!around(index, sliced.base(), elements).isEmpty()) {
                return new ElementRange(0, elements);
            }
            if (sliced.ranges().stream().anyMatch(range -> isScatteredUnit(sliced, range))) {
                return new ElementRange(0, elements);
            }
            for (SlicedFill.Range range : sliced.ranges()) {
                if (sliced.runs(range).isOneRun() && range.from() <= index && index < range.to()) {
                    return movedBy(range.from(), around(index - range.from(), range.fill(), range.to() - range.from()));
                }
            }
            return ElementRange.NONE;
        }
        if (fill instanceof RepeatedFill repeated) {
            boolean isWhole =
                    !around(0, repeated.part(), elements / repeated.times()).isEmpty();
            return isWhole ? new ElementRange(0, elements) : ElementRange.NONE;
        }
        return isWhole(fill) ? new ElementRange(0, elements) : ElementRange.NONE;
    }

    /** How many elements the largest unit has; 0 if each element is made on its own. */
    static long largest(Fill fill, long elements) {
        if (fill instanceof PartsFill parts) {
            return largest(parts.part(), parts.elementsPerPart());
        }
        if (fill instanceof SlicedFill sliced) {
            boolean isOne = largest(sliced.base(), elements) > 0
                    || sliced.ranges().stream().anyMatch(range -> isScatteredUnit(sliced, range));
            return isOne
                    ? elements
                    : sliced.ranges().stream()
                            .mapToLong(range -> largest(range.fill(), range.to() - range.from()))
                            .max()
                            .orElse(0);
        }
        if (fill instanceof RepeatedFill repeated) {
            return largest(repeated.part(), elements / repeated.times()) > 0 ? elements : 0;
        }
        return isWhole(fill) ? elements : 0;
    }

    /** The first unit that begins behind an element which is in none, or the end. */
    static long nextBegin(long index, Fill fill, long elements) {
        if (fill instanceof PartsFill parts) {
            long length = parts.elementsPerPart();
            long begin = index / length * length;
            return begin + nextBegin(index - begin, parts.part(), length);
        }
        if (fill instanceof SlicedFill sliced) {
            return sliced.ranges().stream()
                    .filter(range -> sliced.runs(range).isOneRun())
                    .flatMapToLong(range -> LongStream.of(range.from(), range.to()))
                    .filter(bound -> bound > index)
                    .min()
                    .orElse(elements);
        }
        return elements;
    }

    /** Whether a part of a fill is a truncated normal, of which a source that rejects has to see all. */
    static boolean hasTruncated(Fill fill) {
        return Leaves.of(fill)
                .map(leaf -> leaf instanceof VarianceScaledFill scaled ? scaled.equivalent() : leaf)
                .anyMatch(TruncatedNormalFill.class::isInstance);
    }

    /** Whether a part of a fill is read from a file. */
    static boolean isStored(Fill fill) {
        return Leaves.of(fill).anyMatch(FromWeights.class::isInstance);
    }

    /** Whether a slice is made as a whole, and its elements do not follow each other. */
    private static boolean isScatteredUnit(SlicedFill fill, SlicedFill.Range range) {
        return !fill.runs(range).isOneRun() && Leaves.of(range.fill()).anyMatch(WholeUnits::isWhole);
    }

    private static ElementRange movedBy(long offset, ElementRange unit) {
        return unit.isEmpty() ? unit : new ElementRange(unit.from() + offset, unit.to() + offset);
    }

    private static boolean isWhole(Fill fill) {
        return fill instanceof OrthogonalFill
                || fill instanceof DeltaOrthogonalFill
                || fill instanceof SparseFill
                || fill instanceof LowRankFill
                || fill instanceof ResizedFill;
    }
}
