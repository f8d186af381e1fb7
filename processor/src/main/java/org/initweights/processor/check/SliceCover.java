package org.initweights.processor.check;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.initweights.TensorShape;
import org.initweights.internal.rule.PlacedSlice;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.model.AxisPlaces;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.SliceSpec;

/** Whether the slices of a parameter are all of it. */
final class SliceCover {

    private final ParameterSpec parameter;
    private final List<AxisPlaces> slices;

    SliceCover(ParameterSpec parameter) {
        this.parameter = parameter;
        this.slices = parameter.slices().stream().map(SliceSpec::places).toList();
    }

    boolean isWhole() {
        if (parameter.shape().dimensions().isEmpty()) {
            // A scalar has no rows, and its slices have been refused for that.
            return true;
        }
        if (slices.isEmpty()) {
            return false;
        }
        if (!areOfOneLength()) {
            return countsAll();
        }
        Dimension end = slices.get(0).end(parameter.shape());
        if (slices.stream().anyMatch(slice -> slice.step() != 1)) {
            return countsAll() || areAllResidues(end);
        }
        boolean known = end.size().isPresent()
                && slices.stream().allMatch(slice -> slice.known().isPresent());
        return known ? coversKnown(end.size().getAsLong()) : coversAsWritten(end.text());
    }

    /** Whether all are counted along one axis, in the same blocks. */
    private boolean areOfOneLength() {
        AxisPlaces first = slices.get(0);
        return slices.stream()
                .allMatch(slice -> slice.axis() == first.axis()
                        && slice.every()
                                .map(Dimension::text)
                                .equals(first.every().map(Dimension::text)));
    }

    /** Whether the slices, if they are disjoint, have as many elements as the whole; what overlaps is reported for that. */
    private boolean countsAll() {
        Optional<TensorShape> shape = parameter.shape().known();
        if (shape.isEmpty()) {
            return false;
        }
        List<PlacedSlice> placed = parameter.slices().stream()
                .flatMap(slice -> slice.placedIn(shape.get()).stream())
                .toList();
        long elements =
                placed.stream().mapToLong(slice -> slice.shape().elements()).sum();
        return placed.size() == slices.size()
                && (elements == shape.get().elements()
                        || PlacedSlice.firstShared(placed).isPresent());
    }

    /** Whether each place of a step has a slice: {@code 0 :}, {@code 1 :} and {@code 2 :} by threes. */
    private boolean areAllResidues(Dimension end) {
        int step = slices.get(0).step();
        return slices.size() == step
                && slices.stream()
                        .allMatch(slice ->
                                slice.step() == step && slice.to().text().equals(end.text()))
                && IntStream.range(0, step)
                        .allMatch(residue -> slices.stream()
                                .anyMatch(slice -> slice.from().text().equals(Integer.toString(residue))));
    }

    private boolean coversKnown(long end) {
        List<AxisPlaces> sorted = slices.stream()
                .sorted(Comparator.comparingLong(SliceCover::start))
                .toList();
        long covered = 0;
        for (AxisPlaces slice : sorted) {
            if (start(slice) > covered) {
                return false;
            }
            covered = Math.max(covered, slice.to().size().orElseThrow());
        }
        return covered >= end;
    }

    /** Whether one slice begins where another ends, all the way from 0 to the last place. */
    private boolean coversAsWritten(String end) {
        String reached = "0";
        for (int step = 0; step <= slices.size() && !reached.equals(end); step++) {
            String from = reached;
            reached = slices.stream()
                    .filter(slice -> slice.from().text().equals(from))
                    .map(slice -> slice.to().text())
                    .findFirst()
                    .orElse(reached);
        }
        return reached.equals(end);
    }

    private static long start(AxisPlaces slice) {
        return slice.from().size().orElseThrow();
    }
}
