package org.initweights.processor.check;

import java.util.Comparator;
import java.util.List;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.SliceSpec;
import org.initweights.processor.report.Findings;
import org.initweights.processor.resolve.ResolvedModel;
import org.initweights.processor.resolve.ResolvedParameter;

/** Slices are rows that the parameter has, do not overlap, and leave no row without an initializer. */
final class SlicesFit implements Check {

    @Override
    public void check(ResolvedModel model, Findings findings) {
        for (ResolvedParameter resolved : model.parameters()) {
            ParameterSpec parameter = resolved.spec();
            for (int i = 0; i < parameter.slices().size(); i++) {
                checkRows(resolved, i, findings);
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

    /** Each slice against those before it, and against the shape. */
    private static void checkRows(ResolvedParameter parameter, int index, Findings findings) {
        SliceSpec slice = parameter.spec().slices().get(index);
        for (SliceSpec other : parameter.spec().slices().subList(0, index)) {
            if (overlap(slice, other)) {
                findings.error(
                        slice.place(),
                        "SliceOverlap",
                        parameter.name() + ": the slices " + other + " and " + slice
                                + " overlap; which of them should win cannot be said");
                return;
            }
        }
        parameter
                .slices()
                .get(index)
                .refusal()
                .ifPresent(refusal -> findings.error(
                        slice.place(),
                        refusal.id(),
                        parameter.name() + ": "
                                + (refusal.id().startsWith("Slice")
                                        ? "the slice " + slice + " is not within the rows 0 : "
                                                + parameter
                                                        .shape()
                                                        .orElseThrow()
                                                        .size(0)
                                        : slice.initializer().display() + " " + refusal.problem())));
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
