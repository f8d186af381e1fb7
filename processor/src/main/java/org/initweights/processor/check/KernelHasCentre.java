package org.initweights.processor.check;

import org.initweights.Layout;
import org.initweights.TensorShape;
import org.initweights.internal.rule.DiracRule;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Lint;
import org.initweights.processor.resolve.ResolvedModel;

/** A Dirac kernel has a centre: its sizes are odd. */
final class KernelHasCentre implements Check {

    @Override
    public void check(ResolvedModel model, Findings findings) {
        for (ParameterSpec parameter : model.spec().parameters()) {
            if (parameter.initializer().start().orElse(null) instanceof DiracRule) {
                parameter
                        .shape()
                        .known()
                        .map(TensorShape::unstacked)
                        .filter(KernelHasCentre::isEven)
                        .ifPresent(shape -> findings.lint(
                                Lint.EVEN_KERNEL,
                                parameter.initializer().place(),
                                parameter.name()
                                        + ": an even kernel has no centre, so the identity is shifted by half a step; "
                                        + "use odd sizes in " + parameter.shape()));
            }
        }
    }

    private static boolean isEven(TensorShape shape) {
        Layout layout = shape.layout();
        for (int axis = 0; axis < shape.rank(); axis++) {
            boolean spatial = axis != layout.outAxis(shape.rank()) && axis != layout.inAxis(shape.rank());
            if (spatial && shape.size(axis) % 2 == 0 && shape.size(axis) > 0) {
                return true;
            }
        }
        return false;
    }
}
