package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.FromModel;

/**
 * An embedding in the maximal update parametrization, µP: a table whose rows are looked up and grow with the width. It is an input weight
 * of inputs of which one is 1 and all others are 0. One that is also the weight of the readout is a {@link MupSharedReadout}.
 *
 * <pre>
 * w ~ N(0, std²),   learning rate: × 1 with Adam, × n / base with SGD
 * </pre>
 *
 * <p>{@code n} is the size of the last axis, and {@code base} what it is in the base model. {@link org.initweights.Parameter#learningRateScale} and {@link org.initweights.Parameter#outputMultiplier} of the parameter give the
 * numbers, and so do the Javadoc of the generated class and the plan. In a model that has one such annotation, each weight that grows with
 * the width needs one: {@link MupInput}, {@link MupEmbedding}, {@link MupVector}, {@link MupHidden}, {@link MupOutput} or {@link MupSharedReadout}. Example:
 * <pre>{@code
 * @Shape({50257, 1024}) @MupEmbedding(std = 0.02, base = 64) float[] wte;    // × 16 with SGD
 * @Shape({1024, 1024}) @MupEmbedding(std = 0.02, base = 64) float[] wpe;     // × 16 with SGD
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape({100, 256}) @MupEmbedding float[] left;                     // MissingNumber: the model has no number named base
 * @Shape({100, 256}) @MupEmbedding(std = -1, base = 64) float[] minus;       // Negative: 0 or more
 * @Shape({}) @MupEmbedding(base = 64) float[] scalar;                // AxisRank: a scalar has no axis that grows
 * }</pre>
 *
 * <p>Source: Yang, Hu and others, <i>Tensor Programs V: tuning large neural networks via zero-shot hyperparameter transfer</i>, 2022, table 8,
 * column <i>Input weights &amp; all biases</i>: the same as tables 3 and 9, whose multipliers differ; {@code mup.MuReadout}, {@code mup.MuAdam} and {@code mup.MuSGD}, of Microsoft's package.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface MupEmbedding {
    /** The standard deviation, which is the same for all widths, 0 or more; 1 by default, as {@code torch.nn.Embedding} has it. */
    double std() default 1;

    /**
     * The size of the last axis in the base model, more than 0. Left out, it is the model's field, method or constant of
     * this name.
     */
    @FromModel(meaning = "a size of the base model")
    double base() default 0;
}
