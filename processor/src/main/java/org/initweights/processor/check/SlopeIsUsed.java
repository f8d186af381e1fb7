package org.initweights.processor.check;

import org.initweights.Nonlinearity;
import org.initweights.internal.rule.KaimingRule;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Lint;
import org.initweights.processor.resolve.ResolvedModel;

/** A slope is given only to a non-linearity that has one. */
final class SlopeIsUsed implements Check {

    @Override
    public void check(ResolvedModel model, Findings findings) {
        for (NamedInitializer named : NamedInitializer.of(model.spec())) {
            if (named.initializer().start().orElse(null) instanceof KaimingRule rule
                    && rule.nonlinearity() != Nonlinearity.LEAKY_RELU
                    && rule.a() != 0) {
                findings.lint(
                        Lint.UNUSED_SLOPE,
                        named.initializer().placeOf("a"),
                        named.name() + ": a is the slope of a leaky ReLU, and " + rule.nonlinearity()
                                + " ignores it; remove a, or use nonlinearity = LEAKY_RELU");
            }
        }
    }
}
