package org.initweights.processor.check;

import java.util.Optional;
import org.initweights.InitializationException;
import org.initweights.Initializer;
import org.initweights.Optimizer;
import org.initweights.internal.rule.MupRoles;
import org.initweights.processor.report.AnnotationWords;
import org.initweights.processor.report.Findings;
import org.initweights.processor.resolve.ResolvedModel;
import org.initweights.processor.resolve.ResolvedParameter;

/** A parameter has one learning rate, so that the roles of its rows must agree on it. */
final class RowsHaveOneRole implements Check {

    @Override
    public void check(ResolvedModel model, Findings findings) {
        for (ResolvedParameter parameter : model.parameters()) {
            Optional<Initializer> rule = parameter.spec().rule();
            if (rule.isPresent()
                    && parameter.shape().isPresent()
                    && parameter.fill().isPresent()) {
                check(parameter, MupRoles.of(rule.get(), parameter.shape().get()), findings);
            }
        }
    }

    private static void check(ResolvedParameter parameter, MupRoles roles, Findings findings) {
        try {
            for (Optimizer optimizer : Optimizer.values()) {
                roles.learningRateScale(optimizer);
            }
            roles.outputMultiplier();
            roles.branchMultiplier();
        } catch (InitializationException e) {
            findings.error(
                    parameter.spec().initializer().place(),
                    e.id(),
                    parameter.name() + ": " + e.subject() + " " + AnnotationWords.problem(e));
        }
    }
}
