package org.initweights.report.internal;

import java.util.List;
import java.util.stream.Stream;
import org.initweights.Optimizer;
import org.initweights.internal.message.Notation;
import org.initweights.report.CoordinateOptions;
import org.initweights.report.LayerCoordinates;

/**
 * All that a coordinate check says, before anything is printed of it.
 *
 * @param initial what the layers give at the start
 * @param change by how much the first step of training changes it; empty if no step was asked for
 */
public record CoordinateContents(
        CoordinateOptions options, List<LayerCoordinates> initial, List<LayerCoordinates> change) {

    public CoordinateContents {
        initial = List.copyOf(initial);
        change = List.copyOf(change);
    }

    /** Those of the start and those of the step. */
    public Stream<LayerCoordinates> all() {
        return Stream.concat(initial.stream(), change.stream());
    }

    /** What was done: {@code widths 64, 256; 16 inputs, 3 draws, seed 0}. */
    public String summary() {
        List<String> widths =
                initial.get(0).widths().stream().map(Notation::count).toList();
        return "widths " + String.join(", ", widths) + "; " + count(options.inputs(), "input") + ", "
                + count(options.draws(), "draw") + ", seed " + options.seed();
    }

    /** Whether all is as it should be, in a sentence. */
    public String judgement() {
        long failed = all().filter(layer -> !layer.passes()).count();
        String factor = Notation.exact(options.factor());
        return failed == 0
                ? "no size grows with the width by more than a factor of " + factor + ", and none shrinks that must not"
                : failed + " of " + all().count() + " sizes grow with the width by more than a factor of " + factor
                        + ", or shrink where they must not";
    }

    /** What the second table shows. */
    public String changeTitle() {
        return options.step()
                .map(step -> "change by one step of " + (step.optimizer() == Optimizer.ADAM ? "Adam" : "SGD")
                        + ", learning rate " + Notation.exact(step.learningRate()))
                .orElse("");
    }

    private static String count(int number, String noun) {
        return Notation.count(number) + " " + noun + (number == 1 ? "" : "s");
    }
}
