package org.initweights.processor.check;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.initweights.Layer;
import org.initweights.internal.rule.torch.TorchDefaultRule;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.SliceSpec;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Lint;
import org.initweights.processor.resolve.ResolvedModel;

/** The second quarter of a bias is a forget gate only in a layer of four gates. */
final class ForgetGate implements Check {

    private static final int GATES = 4;
    private static final Set<String> FROM = Set.of("rows / 4", "shape.rows / 4");
    private static final Set<String> TO = Set.of("rows / 2", "shape.rows / 2");

    @Override
    public void check(ResolvedModel model, Findings findings) {
        for (ParameterSpec parameter : model.spec().parameters()) {
            for (SliceSpec slice : parameter.slices()) {
                if (isSecondQuarter(slice)) {
                    check(parameter, slice, findings);
                }
            }
        }
    }

    private static boolean isSecondQuarter(SliceSpec slice) {
        return slice.places().areRows()
                && FROM.contains(slice.places().from().text())
                && TO.contains(slice.places().to().text());
    }

    private static void check(ParameterSpec bias, SliceSpec slice, Findings findings) {
        problem(bias, slice)
                .ifPresent(problem -> findings.lint(
                        Lint.FORGET_GATE,
                        slice.place(),
                        bias.name() + ": " + slice.initializer().display()
                                + " is for the forget gate, the second of the four of an LSTM, but " + problem
                                + "; give the rows that are meant with @Slice"));
    }

    private static Optional<String> problem(ParameterSpec bias, SliceSpec slice) {
        if (bias.initializer().start().orElse(null) instanceof TorchDefaultRule rule && rule.layer() != Layer.LSTM) {
            return Optional.of("this is a bias of " + rule.layer());
        }
        OptionalLong rows = bias.shape().dimensions().get(0).size();
        return rows.isPresent() && rows.getAsLong() % GATES != 0
                ? Optional.of(rows.getAsLong() + " rows are not four gates, and it would get "
                        + slice.places().words())
                : Optional.empty();
    }
}
