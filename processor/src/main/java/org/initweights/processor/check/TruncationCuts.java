package org.initweights.processor.check;

import org.initweights.internal.message.Notation;
import org.initweights.internal.numeric.NormalDistribution;
import org.initweights.internal.rule.TruncNormalRule;
import org.initweights.processor.model.InitializerSpec;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Lint;
import org.initweights.processor.resolve.ResolvedModel;

/** The bounds of a truncated normal cut some of it away, and not nearly all. */
final class TruncationCuts implements Check {

    /** Bounds that are further out, in standard deviations, cut not one of 10^15 numbers. */
    private static final double NEVER = 8;

    private static final double NEARLY_ALL = 0.05;

    @Override
    public void check(ResolvedModel model, Findings findings) {
        for (NamedInitializer named : NamedInitializer.of(model.spec())) {
            if (named.initializer().start().orElse(null) instanceof TruncNormalRule rule) {
                check(named.name(), named.initializer(), rule, findings);
            }
        }
    }

    private static void check(String name, InitializerSpec initializer, TruncNormalRule rule, Findings findings) {
        double lower = (rule.a() - rule.mean()) / rule.std();
        double upper = (rule.b() - rule.mean()) / rule.std();
        if (lower <= -NEVER && upper >= NEVER) {
            double bound = 2 * rule.std();
            findings.lint(
                    Lint.TRUNCATION_UNIT,
                    initializer.place(),
                    name + ": a and b of @TruncNormal are absolute, so std = " + Notation.number(rule.std()) + " with ["
                            + Notation.number(rule.a()) + ", " + Notation.number(rule.b()) + "] cuts at "
                            + sigmas(lower, upper) + ": nothing is truncated; write a = "
                            + Notation.number(rule.mean() - bound) + ", b = " + Notation.number(rule.mean() + bound)
                            + " for ±2σ");
        } else if (NormalDistribution.probability(upper) - NormalDistribution.probability(lower) < NEARLY_ALL) {
            findings.lint(
                    Lint.TRUNCATION_TAIL,
                    initializer.place(),
                    name + ": [" + Notation.number(rule.a()) + ", " + Notation.number(rule.b())
                            + "] holds less than 5% of N(" + Notation.number(rule.mean()) + ", "
                            + Notation.number(rule.std())
                            + "²), so what is drawn is its tail; a and b are absolute, as mean is: are they meant to be around it?");
        }
    }

    private static String sigmas(double lower, double upper) {
        return Math.abs(lower + upper) < 1e-9 * upper
                ? "±" + Notation.number(upper) + "σ"
                : Notation.number(lower) + "σ and " + Notation.number(upper) + "σ";
    }
}
