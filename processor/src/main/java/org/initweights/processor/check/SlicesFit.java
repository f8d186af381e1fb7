package org.initweights.processor.check;

import java.util.Comparator;
import java.util.List;
import org.initweights.InitializationException;
import org.initweights.Initializers;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.model.ModelSpec;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.SliceSpec;
import org.initweights.processor.report.Findings;

/** Slices are rows that the parameter has, do not overlap, and leave no row without an initializer. */
final class SlicesFit implements Check {

    @Override
    public void check(ModelSpec model, Findings findings) {
        for (ParameterSpec parameter : model.parameters()) {
            for (int i = 0; i < parameter.slices().size(); i++) {
                checkRows(parameter, i, findings);
            }
            if (!parameter.initializer().isGiven() && !covers(parameter)) {
                findings.error(
                        parameter.initializer().place(),
                        "SliceCoverage",
                        parameter.name() + ": the slices do not cover all rows of " + parameter.shape()
                                + "; add an initializer for the others: @Slice(value = \"…\", use = …) beside it");
            }
        }
    }

    /** Each slice against the shape and against those before it. */
    private static void checkRows(ParameterSpec parameter, int index, Findings findings) {
        SliceSpec slice = parameter.slices().get(index);
        for (SliceSpec other : parameter.slices().subList(0, index)) {
            if (overlap(slice, other)) {
                findings.error(
                        slice.place(),
                        "SliceOverlap",
                        parameter.name() + ": the slices " + other + " and " + slice
                                + " overlap; which of them should win cannot be said");
                return;
            }
        }
        parameter.shape().known().ifPresent(shape -> {
            try {
                if (slice.known().isPresent()) {
                    Initializers.zeros()
                            .withRows(
                                    slice.known().get().from(),
                                    slice.known().get().to(),
                                    slice.known().get().initializer())
                            .resolve(shape);
                } else if (slice.hasKnownRows()) {
                    Initializers.zeros()
                            .withRows(
                                    slice.from().size().orElseThrow(),
                                    slice.to().size().orElseThrow(),
                                    Initializers.zeros())
                            .resolve(shape);
                }
            } catch (InitializationException e) {
                findings.error(
                        slice.place(),
                        e.id(),
                        parameter.name() + ": "
                                + (e.id().startsWith("Slice")
                                        ? "the slice " + slice + " is not within the rows 0 : " + shape.size(0)
                                        : slice.initializer().display() + " " + e.problem()));
            }
        });
    }

    private static boolean overlap(SliceSpec a, SliceSpec b) {
        if (a.hasKnownRows() && b.hasKnownRows()) {
            return start(a) < end(b) && start(b) < end(a);
        }
        // Of sizes that are not known, what is written alike is the same.
        return a.from().text().equals(b.from().text());
    }

    private static boolean covers(ParameterSpec parameter) {
        if (parameter.shape().dimensions().isEmpty()) {
            // A scalar has no rows, and its slices have been refused for that.
            return true;
        }
        Dimension rows = parameter.shape().dimensions().get(0);
        boolean known = rows.size().isPresent() && parameter.slices().stream().allMatch(SliceSpec::hasKnownRows);
        return known ? coversKnown(parameter, rows.size().getAsLong()) : coversAsWritten(parameter, rows.text());
    }

    private static boolean coversKnown(ParameterSpec parameter, long rows) {
        List<SliceSpec> sorted = parameter.slices().stream()
                .sorted(Comparator.comparingLong(SlicesFit::start))
                .toList();
        long covered = 0;
        for (SliceSpec slice : sorted) {
            if (start(slice) > covered) {
                return false;
            }
            covered = Math.max(covered, end(slice));
        }
        return covered >= rows;
    }

    /** Whether one slice begins where another ends, all the way from 0 to the last row. */
    private static boolean coversAsWritten(ParameterSpec parameter, String rows) {
        String reached = "0";
        for (int step = 0; step <= parameter.slices().size() && !reached.equals(rows); step++) {
            String from = reached;
            reached = parameter.slices().stream()
                    .filter(slice -> slice.from().text().equals(from))
                    .map(slice -> slice.to().text())
                    .findFirst()
                    .orElse(reached);
        }
        return reached.equals(rows);
    }

    private static long start(SliceSpec slice) {
        return slice.from().size().orElseThrow();
    }

    private static long end(SliceSpec slice) {
        return slice.to().size().orElseThrow();
    }
}
