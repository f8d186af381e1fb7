package org.initweights.processor.check;

import java.util.List;
import org.initweights.internal.rule.ConstantRule;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Lint;
import org.initweights.processor.resolve.ResolvedModel;

/** Of the two factors of a low-rank update at most one is zero; else neither ever gets a gradient. */
final class LowRankFactors implements Check {

    private static final List<List<String>> ENDINGS =
            List.of(List.of("A", "B"), List.of("a", "b"), List.of("Down", "Up"), List.of("down", "up"));

    @Override
    public void check(ResolvedModel model, Findings findings) {
        for (ParameterSpec first : model.spec().parameters()) {
            for (List<String> endings : ENDINGS) {
                if (first.name().endsWith(endings.get(0))) {
                    String stem = first.name()
                            .substring(0, first.name().length() - endings.get(0).length());
                    model.spec()
                            .parameter(stem + endings.get(1))
                            .filter(second -> isZeroFactor(first) && isZeroFactor(second))
                            .ifPresent(second -> report(first, second, findings));
                }
            }
        }
    }

    private static void report(ParameterSpec first, ParameterSpec second, Findings findings) {
        findings.lint(
                Lint.LOW_RANK_ZERO,
                second.initializer().place(),
                second.name() + ": zero, as " + first.name()
                        + " is, so that neither factor ever gets a gradient; draw one at random: @KaimingUniform, as LoRA's A",
                first.initializer().place(),
                first.name() + ": the other factor");
    }

    private static boolean isZeroFactor(ParameterSpec parameter) {
        return parameter.isTrained()
                && parameter.shape().dimensions().size() == 2
                && parameter.slices().isEmpty()
                && parameter.initializer().start().orElse(null) instanceof ConstantRule constant
                && constant.value() == 0;
    }
}
