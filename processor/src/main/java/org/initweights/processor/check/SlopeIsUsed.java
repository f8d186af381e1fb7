package org.initweights.processor.check;

import org.initweights.Nonlinearity;
import org.initweights.processor.model.InitializerSpec;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Lint;
import org.initweights.processor.resolve.ResolvedModel;
import org.initweights.rule.Kaiming;

/** A slope is given only to a non-linearity that has one. */
final class SlopeIsUsed implements Check {

    @Override
    public void check(ResolvedModel model, Findings findings) {
        for (ParameterSpec parameter : model.spec().parameters()) {
            for (InitializerSpec initializer : parameter.initializers()) {
                if (initializer.rule().orElse(null) instanceof Kaiming rule
                        && rule.nonlinearity() != Nonlinearity.LEAKY_RELU
                        && rule.a() != 0) {
                    findings.lint(
                            Lint.UNUSED_SLOPE,
                            initializer.placeOf("a"),
                            parameter.name() + ": a is the slope of a leaky ReLU, and " + rule.nonlinearity()
                                    + " ignores it; remove a, or use nonlinearity = LEAKY_RELU");
                }
            }
        }
    }
}
