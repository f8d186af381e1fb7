package org.initweights.report.internal.measure;

import java.util.Optional;
import org.initweights.DType;
import org.initweights.internal.values.KnownElements;
import org.initweights.report.ElementDifference;
import org.initweights.report.ReportTensor;

/** Compares elements with those that a fill says one by one, as they are rounded to their type. One thread uses it. */
final class KnownComparison {

    private final KnownElements.Source source;
    private final DType dtype;
    private double[] expected = {};
    private long count;
    private long first;
    private double foundFirst;
    private double expectedFirst;

    private KnownComparison(KnownElements.Source source, DType dtype) {
        this.source = source;
        this.dtype = dtype;
    }

    /** A comparison with what was to be written, if every element of that is known. */
    static Optional<KnownComparison> of(ReportTensor tensor, DerivedValues derived) {
        Optional<KnownElements.Source> computed = derived.of(tensor);
        if (computed.isPresent()) {
            return computed.map(source -> new KnownComparison(source, tensor.dtype()));
        }
        return tensor.fill()
                .filter(fill -> fill instanceof KnownElements known
                        && known.elements() == tensor.shape().elements())
                .map(KnownElements.class::cast)
                .map(known -> new KnownComparison(known.source(known.elements()), tensor.dtype()));
    }

    /** Compares the first {@code some} values of a chunk that begins at element {@code from}. */
    void add(long from, double[] chunk, int some) {
        if (expected.length < some) {
            expected = new double[some];
        }
        source.compute(from, some, expected);
        for (int i = 0; i < some; i++) {
            if (!isRounded(chunk[i], expected[i])) {
                if (count++ == 0) {
                    first = from + i;
                    foundFirst = chunk[i];
                    expectedFirst = expected[i];
                }
            }
        }
    }

    private boolean isRounded(double found, double exact) {
        if (found == exact) {
            return true;
        }
        // Next to a power of two, the numbers above lie wider than those below.
        double spacing = Math.max(Rounding.spacing(dtype, found), Rounding.spacing(dtype, exact));
        return dtype != DType.F64 && Math.abs(found - exact) <= spacing / 2;
    }

    Optional<ElementDifference> difference() {
        return count == 0
                ? Optional.empty()
                : Optional.of(new ElementDifference(count, first, foundFirst, expectedFirst));
    }
}
