package org.initweights.processor.check;

import org.initweights.DType;
import org.initweights.Fill;
import org.initweights.internal.fill.ConstantFill;
import org.initweights.internal.message.Notation;
import org.initweights.internal.values.FloatRange;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Lint;
import org.initweights.processor.resolve.ResolvedModel;
import org.initweights.processor.resolve.ResolvedParameter;

/** Values are neither so small that the storage type loses them, nor so large that they are infinite in it. */
final class ValuesFitStorage implements Check {

    @Override
    public void check(ResolvedModel model, Findings findings) {
        for (ResolvedParameter parameter : model.parameters()) {
            parameter
                    .spec()
                    .storage()
                    .dtype()
                    .filter(dtype -> !dtype.isInteger())
                    .ifPresent(dtype ->
                            parameter.fill().ifPresent(fill -> check(parameter.spec(), dtype, fill, findings)));
        }
    }

    private static void check(ParameterSpec parameter, DType dtype, Fill fill, Findings findings) {
        double size = fill instanceof ConstantFill ? Math.abs(fill.mean()) : fill.std();
        double reach = FloatRange.reach(fill);
        if (reach > dtype.largest()) {
            findings.lint(
                    Lint.OVERFLOW,
                    parameter.initializer().place(),
                    parameter.name() + ": values of size " + Notation.number(reach)
                            + " are infinite in a type whose largest number is " + Notation.number(dtype.largest())
                            + "; use a wider type, or smaller values");
        } else if (fill.std() + Math.abs(fill.mean()) <= 2 * size && size > 0 && size < dtype.smallestNormal()) {
            findings.lint(
                    Lint.UNDERFLOW,
                    parameter.initializer().place(),
                    parameter.name() + ": values of size " + Notation.number(size)
                            + " lose their digits or become 0 in a type whose smallest normal number is "
                            + Notation.measured(dtype.smallestNormal()) + "; use a wider type");
        }
    }
}
