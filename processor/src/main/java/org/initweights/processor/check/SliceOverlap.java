package org.initweights.processor.check;

import java.util.List;
import java.util.Optional;
import org.initweights.AxisSlice;
import org.initweights.TensorShape;
import org.initweights.internal.rule.PlacedSlice;
import org.initweights.processor.model.AxisPlaces;
import org.initweights.processor.model.SliceSpec;

/** Whether two slices share an element, as far as that is certain while the model compiles. */
final class SliceOverlap {

    private SliceOverlap() {}

    /** Whether they do, whatever the sizes are that are not known. */
    static boolean isCertain(SliceSpec one, SliceSpec other, Optional<TensorShape> shape) {
        AxisPlaces a = one.places();
        AxisPlaces b = other.places();
        Optional<AxisSlice> first = a.known();
        Optional<AxisSlice> second = b.known();
        if (first.isEmpty() || second.isEmpty()) {
            // Two axes always cross. Of sizes that are not known, what is written alike is the same.
            return a.axis() != b.axis() || a.from().text().equals(b.from().text());
        }
        if (shape.isPresent()) {
            return one.placedIn(shape.get())
                    .flatMap(placed -> other.placedIn(shape.get())
                            .map(beside -> PlacedSlice.firstShared(List.of(placed, beside))
                                    .isPresent()))
                    .orElse(false);
        }
        boolean isEmpty = isEmpty(first.get()) || isEmpty(second.get());
        return !isEmpty && (a.axis() != b.axis() || crossInShort(first.get(), second.get()));
    }

    private static boolean isEmpty(AxisSlice slice) {
        return slice.from() >= slice.to();
    }

    /** Slices of one axis whose length is not known: it has all of their blocks, and they share in those what they share at all. */
    private static boolean crossInShort(AxisSlice a, AxisSlice b) {
        long length;
        if (a.every() == 0 || b.every() == 0) {
            long end = Math.max(a.every() == 0 ? a.to() : 0, b.every() == 0 ? b.to() : 0);
            long block = Math.max(1, Math.max(a.every(), b.every()));
            length = (end + block - 1) / block * block;
        } else {
            length = a.every() / gcd(a.every(), b.every()) * b.every();
        }
        if (a.from() < 0 || b.from() < 0 || length <= 0 || !fits(a, length) || !fits(b, length)) {
            return false;
        }
        TensorShape axis = TensorShape.of(length);
        return PlacedSlice.firstShared(
                        List.of(PlacedSlice.of(onFirstAxis(a), axis), PlacedSlice.of(onFirstAxis(b), axis)))
                .isPresent();
    }

    private static boolean fits(AxisSlice slice, long length) {
        return slice.to() <= (slice.every() == 0 ? length : slice.every());
    }

    private static AxisSlice onFirstAxis(AxisSlice slice) {
        return new AxisSlice(0, slice.from(), slice.to(), slice.step(), slice.every());
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
