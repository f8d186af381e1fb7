package org.initweights.processor.check;

import org.initweights.TensorShape;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.report.Findings;
import org.initweights.processor.resolve.ResolvedModel;

/** A field's array or buffer can hold as many elements as its shape has. */
final class ArrayHoldsElements implements Check {

    @Override
    public void check(ResolvedModel model, Findings findings) {
        for (ParameterSpec parameter : model.spec().parameters()) {
            long elements = parameter.shape().known().map(TensorShape::elements).orElse(0L);
            if (elements > parameter.storage().capacity()) {
                findings.error(
                        parameter.shape().place(),
                        "TooManyElements",
                        parameter.name() + ": " + parameter.shape() + " has " + elements
                                + " elements, but one array or buffer holds at most "
                                + parameter.storage().capacity() + "; use nested arrays, or split the parameter");
            }
        }
    }
}
