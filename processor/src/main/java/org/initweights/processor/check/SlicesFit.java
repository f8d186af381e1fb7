package org.initweights.processor.check;

import java.util.List;
import org.initweights.InitializationException;
import org.initweights.TensorShape;
import org.initweights.internal.rule.PlacedSlice;
import org.initweights.processor.model.AxisPlaces;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.SliceSpec;
import org.initweights.processor.report.AnnotationWords;
import org.initweights.processor.report.Findings;
import org.initweights.processor.resolve.ResolvedModel;
import org.initweights.processor.resolve.ResolvedParameter;

/** Slices are places that the parameter has, do not overlap, have something in them, and leave nothing without an initializer. */
final class SlicesFit implements Check {

    @Override
    public void check(ResolvedModel model, Findings findings) {
        for (ResolvedParameter resolved : model.parameters()) {
            ParameterSpec parameter = resolved.spec();
            for (int i = 0; i < parameter.slices().size(); i++) {
                checkSlice(resolved, i, findings);
            }
            if (!parameter.initializer().isGiven() && !new SliceCover(parameter).isWhole()) {
                findings.error(
                        parameter.initializer().place(),
                        "SliceCoverage",
                        parameter.name() + ": the slices do not cover all " + covered(parameter.slices()) + " of "
                                + parameter.shape()
                                + "; add an initializer for the others: @Slice(value = \"…\", use = …) beside it");
            }
        }
    }

    private static String covered(List<SliceSpec> slices) {
        return slices.stream().allMatch(slice -> slice.places().axis() == 0) ? "rows" : "places";
    }

    /** Each slice against those before it, and against the shape. */
    private static void checkSlice(ResolvedParameter parameter, int index, Findings findings) {
        SliceSpec slice = parameter.spec().slices().get(index);
        for (SliceSpec other : parameter.spec().slices().subList(0, index)) {
            if (SliceOverlap.isCertain(other, slice, parameter.shape())) {
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
                        parameter.name() + ": " + problem(parameter.shape().orElseThrow(), slice, refusal)));
        if (isEmpty(parameter, slice.places())) {
            findings.error(
                    slice.place(),
                    "SliceEmpty",
                    parameter.name() + ": the slice " + slice + " has nothing in it; write \""
                            + slice.places().from().text() + "\" for one place, or leave it out");
        }
    }

    private static String problem(TensorShape shape, SliceSpec slice, InitializationException refusal) {
        if (refusal.id().equals("SliceRange")) {
            return "the slice " + slice + " is not within "
                    + slice.places()
                            .known()
                            .map(known -> PlacedSlice.places(known, shape))
                            .orElseThrow();
        }
        return refusal.id().startsWith("Slice")
                ? "@Slice " + refusal.problem()
                : slice.initializer().display() + " " + AnnotationWords.problem(refusal);
    }

    /** Whether a slice has no place of an axis that has some. */
    private static boolean isEmpty(ResolvedParameter parameter, AxisPlaces places) {
        return parameter.shape().isPresent()
                && parameter.shape().get().elements() > 0
                && places.known().filter(slice -> slice.from() == slice.to()).isPresent();
    }
}
