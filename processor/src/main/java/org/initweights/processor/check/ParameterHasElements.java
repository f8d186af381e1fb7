package org.initweights.processor.check;

import org.initweights.TensorShape;
import org.initweights.processor.model.ModelSpec;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Lint;

/** A parameter has elements; without any, its initialisation does nothing, as PyTorch warns too. */
final class ParameterHasElements implements Check {

    @Override
    public void check(ModelSpec model, Findings findings) {
        for (ParameterSpec parameter : model.parameters()) {
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
