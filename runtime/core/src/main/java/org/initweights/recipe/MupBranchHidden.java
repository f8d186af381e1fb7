package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.FromModel;

/**
 * A hidden weight inside of a residual block, in a model that grows in width and in depth: the maximal update parametrization, µP, with
 * Depth-µP or CompleteP. The stream goes through {@code depth} blocks, x + m^-α · F(x), with m = {@code depth / baseDepth}.
 *
 * <pre>
 * w ~ N(0, gain² / fan_in),   learning rate: × base / in · m^(α - 1) with Adam, × m^(2α - 1) with SGD,   branch: × m^-α
 * </pre>
 *
 * <p>{@code in} is the number of input channels, and {@code base} what it is in the base model. {@link org.initweights.Parameter#learningRateScale}
 * and {@link org.initweights.Parameter#branchMultiplier} of the parameter give the numbers, and so do the Javadoc of the generated class and
 * the plan. The multiplier is the same for all parameters of a block, and is for what the block adds, once. What is outside of the blocks has
 * the roles of the width alone: {@link MupInput}, {@link MupEmbedding}, {@link MupVector} for the last normalisation, {@link MupOutput}.
 *
 * <p>α = 1, CompleteP, is for blocks of several layers, such as a transformer's, whose attention and feed-forward network are a block each; α = 1/2,
 * Depth-µP, for blocks of one layer. Example:
 * <pre>{@code
 * static final int WIDTH = 1024;
 * @Shape({4 * WIDTH, WIDTH}) @MupBranchHidden(base = 64, depth = 24, baseDepth = 2) float[] up;          // × 0.0625 with Adam; branch × 0.08333
 * @Shape({WIDTH, 4 * WIDTH}) @MupBranchHidden(base = 256, depth = 24, baseDepth = 2) float[] down;       // × 0.0625 with Adam; branch × 0.08333
 * @Shape({WIDTH, WIDTH}) @MupBranchHidden(base = 64, depth = 8, baseDepth = 2, depthExponent = 0.5) float[] w;   // × 0.03125; branch × 0.5
 * }</pre>
 *
 * <p>AdamW's ε inside of blocks is to be that of the base model times base / in · m^-α.
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape({64, 64}) @MupBranchHidden(base = 64, depth = 8) float[] left;                        // MissingNumber: the model has no number named baseDepth
 * @Shape({64, 64}) @MupBranchHidden(base = 64, depth = 0, baseDepth = 2) float[] none;         // NotPositive: how many blocks there are
 * @Shape({64, 64}) @MupBranchHidden(base = 64, depth = 8, baseDepth = 2, depthExponent = 2) float[] high;   // DepthExponent: 0.5 to 1
 * @Shape(64) @MupBranchHidden(base = 64, depth = 8, baseDepth = 2) float[] vector;             // FanRank: a bias is a @MupBranchVector
 * }</pre>
 *
 * <p>Source: Yang, Yu, Zhu and Hayou, <i>Tensor Programs VI: feature learning in infinite-depth neural networks</i>, 2023 (α = 1/2, for SGD and
 * Adam), and Dey, Zhang, Noci, Li, Bordelon, Bergsma, Pehlevan, Hanin and Hestness, <i>Don't be lazy: CompleteP enables compute-efficient
 * deep transformers</i>, 2025, table 1 (α from 1/2 to 1, for Adam), as in its {@code nanoGPT-mup}. With SGD and another α the factor follows as
 * theirs does: its gradient has the multiplier once more. The width's part is that of {@link MupHidden}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface MupBranchHidden {
    /** A factor of the standard deviation, 0 or more: 1 by default, √2 before a ReLU. */
    double gain() default 1;

    /**
     * The number of input channels in the base model, more than 0. Left out, it is the model's field, method or constant of
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
