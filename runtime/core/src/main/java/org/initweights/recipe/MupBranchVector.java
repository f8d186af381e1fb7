package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.FromModel;

/**
 * A bias, or the gain of a normalisation, inside of a residual block, in a model that grows in width and in depth: the maximal update
 * parametrization, µP, with Depth-µP or CompleteP. See {@link MupBranchHidden}.
 *
 * <pre>
 * b = value,   learning rate: × m^(α - 1) with Adam, × n / base · m^(2α - 1) with SGD,   branch: × m^-α
 * </pre>
 *
 * <p>{@code n} is the size of the last axis that is longer than 1, {@code base} what it is in the base model, and m = {@code depth / baseDepth}. Example:
 * <pre>{@code
 * @Shape(1024) @MupBranchVector(base = 64, depth = 24, baseDepth = 2) float[] bias;                  // 0; branch × 0.08333
 * @Shape(1024) @MupBranchVector(value = 1, base = 64, depth = 24, baseDepth = 2) float[] gain;       // 1; branch × 0.08333
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(64) @MupBranchVector(base = 64, baseDepth = 2) float[] left;                                   // MissingNumber: the model has no number named depth
 * @Shape(64) @MupBranchVector(base = 64, depth = 8, baseDepth = -2) float[] minus;                      // NotPositive: how many blocks the base model has
 * @Shape(64) @MupBranchVector(base = 64, depth = 8, baseDepth = 2, depthExponent = 0) float[] without;  // DepthExponent: 0.5 to 1
 * }</pre>
 *
 * <p>Source: Yang, Yu, Zhu and Hayou, <i>Tensor Programs VI: feature learning in infinite-depth neural networks</i>, 2023 (α = 1/2, for SGD and
 * Adam), and Dey, Zhang, Noci, Li, Bordelon, Bergsma, Pehlevan, Hanin and Hestness, <i>Don't be lazy: CompleteP enables compute-efficient
 * deep transformers</i>, 2025, table 1 (α from 1/2 to 1, for Adam), as in its {@code nanoGPT-mup}. With SGD and another α the factor follows as
 * theirs does: its gradient has the multiplier once more. The width's part is that of {@link MupVector}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface MupBranchVector {
    /** The value of each element; 0 by default, for a bias. */
    double value() default 0;

    /**
     * The size of the axis that grows in the base model, more than 0. Left out, it is the model's field, method or constant of
     * this name.
     */
    @FromModel(meaning = "a size of the base model")
    double base() default 0;

    /** The number of residual blocks, more than 0. Left out, it is the model's field, method or constant of this name. */
    @FromModel
    double depth() default 0;

    /** That number in the base model, more than 0. Left out, it is the model's field, method or constant of this name. */
    @FromModel
    double baseDepth() default 0;

    /** α, from 0.5, which is Depth-µP, to 1, which is CompleteP and the default. */
    double depthExponent() default 1;
}
