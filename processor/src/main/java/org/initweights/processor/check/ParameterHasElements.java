package org.initweights.processor.check;

import org.initweights.TensorShape;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Lint;
import org.initweights.processor.resolve.ResolvedModel;

/** A parameter has elements; without any, its initialisation does nothing, as PyTorch warns too. */
final class ParameterHasElements implements Check {

    @Override
    public void check(ResolvedModel model, Findings findings) {
        for (ParameterSpec parameter : model.spec().parameters()) {
            if (parameter.shape().known().map(TensorShape::elements).orElse(1L) == 0) {
                findings.lint(
                        Lint.ZERO_SIZE,
                        parameter.shape().place(),
                        parameter.name() + ": " + parameter.shape()
                                + " has no elements, so nothing is initialised; is one of its sizes wrong?");
            }
        }
    }
}
