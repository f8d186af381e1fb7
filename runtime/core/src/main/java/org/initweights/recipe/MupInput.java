package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.FromModel;

/**
 * An input weight in the maximal update parametrization, µP: a matrix whose outputs grow with the width, and whose inputs do not, such as
 * a first layer.
 *
 * <pre>
 * w ~ N(0, gain² / fan_in),   learning rate: × 1 with Adam, × out / base with SGD
 * </pre>
 *
 * <p>{@code out} is the number of output channels, and {@code base} what it is in the base model. {@link org.initweights.Parameter#learningRateScale} and {@link org.initweights.Parameter#outputMultiplier} of the parameter give the
 * numbers, and so do the Javadoc of the generated class and the plan. In a model that has one such annotation, each weight that grows with
 * the width needs one: {@link MupInput}, {@link MupEmbedding}, {@link MupVector}, {@link MupHidden}, {@link MupOutput} or {@link MupSharedReadout}. Example:
 * <pre>{@code
 * @Shape({1024, 3, 7, 7}) @MupInput(base = 64) float[] stem;         // × 16 with SGD
 * @Shape(1024) @MupVector(base = 64) float[] bias;                   // × 16 with SGD
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape({256, 3}) @MupInput float[] left;                           // MissingNumber: the model has no number named base
 * @Shape(256) @MupInput(base = 64) float[] vector;                   // FanRank: a bias is a @MupVector
 * @Shape({256, 3}) @MupInput(base = -64) float[] minus;              // NotPositive: 64, the base model's width
 * }</pre>
 *
 * <p>Source: Yang, Hu and others, <i>Tensor Programs V: tuning large neural networks via zero-shot hyperparameter transfer</i>, 2022, table 8,
 * column <i>Input weights &amp; all biases</i>: the same as tables 3 and 9, whose multipliers differ; {@code mup.MuReadout}, {@code mup.MuAdam} and {@code mup.MuSGD}, of Microsoft's package.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface MupInput {
    /** A factor of the standard deviation, 0 or more; 1 by default. */
    double gain() default 1;

    /**
     * The number of output channels in the base model, more than 0. Left out, it is the model's field, method or constant of
     * this name.
     */
    @FromModel(meaning = "a size of the base model")
    double base() default 0;
}
