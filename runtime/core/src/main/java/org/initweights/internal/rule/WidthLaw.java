package org.initweights.internal.rule;

import java.util.Optional;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.Initializer;
import org.initweights.TensorShape;
import org.initweights.internal.fill.DeltaOrthogonalFill;
import org.initweights.internal.fill.NormalFill;
import org.initweights.internal.fill.OrthogonalFill;
import org.initweights.internal.fill.PartsFill;
import org.initweights.internal.fill.SparseFill;
import org.initweights.internal.fill.TruncatedNormalFill;
import org.initweights.internal.fill.UniformFill;
import org.initweights.internal.fill.VarianceScaledFill;
import org.initweights.internal.message.Notation;

/**
 * How the standard deviation of what is drawn for a role must go with the width: as the root of its inverse for a hidden weight, and not at
 * all for others. An initializer that stands beside a role is tried at twice the width.
 *
 * @param rule the role
 */
record WidthLaw(RoleRule rule) {

    /** Half of the way, as a factor, between a std that falls with the root of the inputs and one that stays. */
    private static final double TOLERANCE = Math.pow(2, 0.25);

    /** What is wrong with a start; nothing is, if it draws nothing, or is made for this shape alone. */
    Optional<String> problem(Initializer start, Fill fill, TensorShape shape) {
        if (!isDrawn(fill) || !(fill.std() > 0)) {
            return Optional.empty();
        }
        TensorShape wide;
        double std;
        try {
            wide = widened(shape);
            std = Resolution.of(start, wide).std();
        } catch (InitializationException e) {
            return Optional.empty();
        }
        boolean falls = rule.role() == MupRole.HIDDEN;
        double ratio = std / fill.std() * (falls ? Math.sqrt(2) : 1);
        if (ratio > 1 / TOLERANCE && ratio < TOLERANCE) {
            return Optional.empty();
        }
        return Optional.of("stands beside " + rule.factory() + ", for which the std must "
                + (falls ? "fall with the root of the inputs" : "be the same at every width") + ", but it is "
                + Notation.number(fill.std()) + " for " + shape + " and " + Notation.number(std) + " for " + wide
                + "; use " + rule.factory() + " alone, or an initializer "
                + (falls ? "that divides by the root of fan_in" : "whose std is a number"));
    }

    private static boolean isDrawn(Fill fill) {
        return fill instanceof NormalFill
                || fill instanceof UniformFill
                || fill instanceof TruncatedNormalFill
                || fill instanceof VarianceScaledFill
                || fill instanceof OrthogonalFill
                || fill instanceof DeltaOrthogonalFill
                || fill instanceof SparseFill
                || (fill instanceof PartsFill parts && isDrawn(parts.part()));
    }

    private TensorShape widened(TensorShape shape) {
        long[] dims = shape.dims();
        rule.role().growing(shape).forEach(axis -> dims[axis] *= 2);
        TensorShape wide = TensorShape.of(dims);
        if (shape.axes().isPresent()) {
            return wide.withAxes(shape.axes().get());
        }
        return wide.withStacked(shape.stacked())
                .withLayout(shape.layout())
                .withGroups(shape.groups())
                .withPacked(shape.packed());
    }
}
