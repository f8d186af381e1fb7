package org.initweights.processor.check;

import java.util.List;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.model.AxisRoles;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.ShapeSpec;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Lint;
import org.initweights.processor.resolve.ResolvedModel;
import org.initweights.rule.Constant;

/** A matrix is not constant: units that start alike stay alike. */
final class MatrixIsNotConstant implements Check {

    @Override
    public void check(ResolvedModel model, Findings findings) {
        for (ParameterSpec parameter : model.spec().parameters()) {
            if (parameter.slices().isEmpty()
                    && parameter.initializer().rule().orElse(null) instanceof Constant rule
                    && !isMeant(parameter, rule)
                    && isMatrix(parameter.shape())) {
                findings.lint(
                        Lint.SYMMETRY,
                        parameter.initializer().place(),
                        parameter.name() + ": a whole matrix of one value, " + parameter.shape()
                                + ", makes its units alike, and training keeps them so; draw it at random"
                                + (rule.value() == 0
                                        ? ", or say what the zeros are for with an annotation of its own, such as @ZeroInitResidual"
                                        : ""));
            }
        }
    }

    /** Zeros with a name of their own, such as those of a residual branch or of LoRA's second factor, are there on purpose. */
    private static boolean isMeant(ParameterSpec parameter, Constant rule) {
        return rule.value() == 0 && parameter.initializer().composed();
    }

    /** Whether a weight has several units in and several out, as far as is known. */
    private static boolean isMatrix(ShapeSpec shape) {
        AxisRoles roles = shape.roles();
        int rank = shape.dimensions().size() - roles.stacked();
        int whole = shape.dimensions().size();
        return rank >= 2 && mayBeMany(shape, roles.outAxes(whole)) && mayBeMany(shape, roles.inAxes(whole));
    }

    private static boolean mayBeMany(ShapeSpec shape, List<Integer> axes) {
        return axes.stream().anyMatch(axis -> mayBeMany(shape.dimensions().get(axis)));
    }

    private static boolean mayBeMany(Dimension dimension) {
        return dimension.size().orElse(2) > 1;
    }
}
