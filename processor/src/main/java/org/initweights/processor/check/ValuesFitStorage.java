package org.initweights.processor.check;

import org.initweights.Fill;
import org.initweights.fill.ConstantFill;
import org.initweights.fill.Notation;
import org.initweights.processor.model.ModelSpec;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Lint;

/** Values are not so small that the storage type loses them. */
final class ValuesFitStorage implements Check {

    @Override
    public void check(ModelSpec model, Findings findings) {
        for (ParameterSpec parameter : model.parameters()) {
            parameter.fill().ifPresent(fill -> check(parameter, fill, findings));
        }
    }

    private static void check(ParameterSpec parameter, Fill fill, Findings findings) {
        double size = fill instanceof ConstantFill ? Math.abs(fill.mean()) : fill.std();
        double smallest = parameter.storage().smallestNormal();
        if (fill.std() + Math.abs(fill.mean()) <= 2 * size && size > 0 && size < smallest) {
            findings.lint(
                    Lint.UNDERFLOW,
                    parameter.initializer().place(),
                    parameter.name() + ": values of size " + Notation.number(size)
                            + " lose their digits or become 0 in a type whose smallest normal number is "
                            + Notation.number(smallest) + "; use a wider type");
        }
    }
}
