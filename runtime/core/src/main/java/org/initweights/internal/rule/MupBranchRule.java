package org.initweights.internal.rule;

import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.Optimizer;
import org.initweights.TensorShape;
import org.initweights.internal.fill.Argument;
import org.initweights.internal.message.Notation;

/**
 * The maximal update parametrization of a parameter inside of a residual block, in a model that grows in width and in depth: {@link MupRule}
 * for the width, and for the depth a multiplier of the branch and a factor of the learning rate. It starts as without a block.
 *
 * <p>Yang, Yu, Zhu and Hayou, <i>Tensor Programs VI</i>, 2023, for α = 1/2; Dey and others, <i>Don't be lazy: CompleteP enables
 * compute-efficient deep transformers</i>, 2025, table 1, for α from 1/2 to 1.
 *
 * @param scale the gain of a matrix, the value of a vector
 * @param base the size that the axis which grows has in the base model
 * @param depth how many residual blocks the model has
 * @param baseDepth how many the base model has
 * @param depthExponent α
 */
public record MupBranchRule(
        MupRole role, double scale, double base, double depth, double baseDepth, double depthExponent)
        implements Rule, RoleRule {

    private static final double LEAST_EXPONENT = 0.5;

    public MupBranchRule {
        String factory = role.branchFactory()
                .orElseThrow(() -> new InitializationException(
                        "MupBranchRole", "µP", null, "has no " + role.factory() + " inside of a residual block"));
        if (role == MupRole.VECTOR) {
            Argument.finite(factory, "value", scale);
        } else {
            Argument.notNegative(factory, "gain", scale);
        }
        Argument.positive(factory, "base", base);
        Argument.positive(factory, "depth", depth);
        Argument.positive(factory, "baseDepth", baseDepth);
        if (!(depthExponent >= LEAST_EXPONENT && depthExponent <= 1)) {
            throw new InitializationException(
                    "DepthExponent",
                    factory + "(depthExponent = " + Notation.exact(depthExponent) + ")",
                    "depthExponent",
                    "must be between 0.5, which is Depth-µP, and 1, which is CompleteP: below, deep models blow up at the start, and above,"
                            + " their blocks do nothing");
        }
    }

    @Override
    public String factory() {
        return role.branchFactory().orElseThrow();
    }

    @Override
    public MupRule width() {
        return new MupRule(role, scale, base);
    }

    @Override
    public BranchDepth branch() {
        return new BranchDepth(depth / baseDepth, depthExponent);
    }

    @Override
    public Fill resolve(TensorShape shape) {
        return width().resolve(shape);
    }

    @Override
    public String title() {
        return width().title() + " in a branch";
    }

    @Override
    public String explain(TensorShape shape) {
        return title() + width().start(shape) + "; " + scaling(shape);
    }

    @Override
    public String explain() {
        return title() + width().start() + "; " + scaling();
    }

    /** {@code learning rate × 0.25 with Adam, × 12 with SGD; branch × 0.08333}. */
    @Override
    public String scaling(TensorShape shape) {
        MupRoles roles = MupRoles.of(this, shape);
        return "learning rate × " + Notation.number(roles.learningRateScale(Optimizer.ADAM)) + " with Adam, × "
                + Notation.number(roles.learningRateScale(Optimizer.SGD)) + " with SGD; branch × "
                + Notation.number(roles.branchMultiplier());
    }

    @Override
    public String scaling() {
        String size = Notation.number(base);
        String ratio = Notation.number(branch().multiplier());
        String inverse = Notation.number(1 / branch().multiplier());
        return BranchDepth.scaling(
                role, role.axis() + " / " + size, size + " / " + role.axis(), ratio, inverse, depthExponent);
    }
}
