package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.FromModel;

/**
 * A vector in the maximal update parametrization, µP: a bias, or the gain of a normalisation, that grows with the width. It is an input
 * weight of an input that is always 1.
 *
 * <pre>
 * b = value,   learning rate: × 1 with Adam, × n / base with SGD
 * </pre>
 *
 * <p>{@code n} is the size of the last axis that is longer than 1, as in {@code [256, 1, 1]}, and {@code base} what it is in the base model. {@link org.initweights.Parameter#learningRateScale} and {@link org.initweights.Parameter#outputMultiplier} of the parameter give the
 * numbers, and so do the Javadoc of the generated class and the plan. In a model that has one such annotation, each weight that grows with
 * the width needs one: {@link MupInput}, {@link MupEmbedding}, {@link MupVector}, {@link MupHidden}, {@link MupOutput} or {@link MupSharedReadout}. The bias of an
 * output does not grow, and needs none. Example:
 * <pre>{@code
 * @Shape(1024) @MupVector(base = 64) float[] bias;                   // 0; × 16 with SGD
 * @Shape(1024) @MupVector(value = 1, base = 64) float[] gain;        // 1; × 16 with SGD
 * @Shape({1024, 3}) @MupInput(base = 64) float[] v;                  // × 16 with SGD
 * @Shape({1024, 1}) @WeightNormGain(of = "v") @MupVector(base = 64) float[] g;     // the norms of v; × 16 with SGD
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(256) @MupVector float[] left;                               // MissingNumber: the model has no number named base
 * @Shape(256) @MupVector(base = 0) float[] none;                     // NotPositive: 64, the base model's width
 * @Shape({}) @MupVector(base = 64) float[] scalar;                   // AxisRank: a scalar has no axis that grows
 * }</pre>
 *
 * <p>Source: Yang, Hu and others, <i>Tensor Programs V: tuning large neural networks via zero-shot hyperparameter transfer</i>, 2022, table 8,
 * column <i>Input weights &amp; all biases</i>: the same as tables 3 and 9, whose multipliers differ; {@code mup.MuReadout}, {@code mup.MuAdam} and {@code mup.MuSGD}, of Microsoft's package.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface MupVector {
    /** The value of each element; 0 by default, for a bias. */
    double value() default 0;

    /**
     * The size of the axis that grows in the base model, more than 0. Left out, it is the model's field, method or constant of
     * this name.
     */
    @FromModel(meaning = "a size of the base model")
    double base() default 0;
}
