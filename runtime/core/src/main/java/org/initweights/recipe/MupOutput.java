package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.FromModel;

/**
 * An output weight in the maximal update parametrization, µP: a matrix whose inputs grow with the width, and whose outputs do not, such
 * as a classifier or the logits of a language model.
 *
 * <pre>
 * w ~ N(0, gain² · (in / base) / fan_in),   output: × base / in,   learning rate: × 1 with Adam, × in / base with SGD
 * </pre>
 *
 * <p>{@code in} is the number of input channels, and {@code base} what it is in the base model, whose fan is {@code fan_in · base / in}: the
 * standard deviation is that of the base model at any width, and the forward pass multiplies by {@code base / in}. {@link org.initweights.Parameter#learningRateScale} and {@link org.initweights.Parameter#outputMultiplier} of the parameter give the
 * numbers, and so do the Javadoc of the generated class and the plan. In a model that has one such annotation, each weight that grows with
 * the width needs one: {@link MupInput}, {@link MupEmbedding}, {@link MupVector}, {@link MupHidden}, {@link MupOutput} or {@link MupSharedReadout}.
 *
 * <p>The paper recommends to begin with zeros, {@code gain = 0}: then narrow and wide models begin alike. Example:
 * <pre>{@code
 * @Shape({10, 1024}) @MupOutput(base = 64) float[] head;             // std 0.125; output × 0.0625; × 16 with SGD
 * @Shape({10, 1024}) @MupOutput(gain = 0, base = 64) float[] zeros;  // 0; output × 0.0625; × 16 with SGD
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape({10, 256}) @MupOutput float[] left;                         // MissingNumber: the model has no number named base
 * @Shape(256) @MupOutput(base = 64) float[] vector;                  // FanRank: one output is [1, 256]
 * @Shape({10, 256}) @MupOutput(gain = -1, base = 64) float[] minus;  // Negative: 0 or more
 * }</pre>
 *
 * <p>Source: Yang, Hu and others, <i>Tensor Programs V: tuning large neural networks via zero-shot hyperparameter transfer</i>, 2022, table 8,
 * column <i>Output weights</i>: the same as tables 3 and 9, whose multipliers differ; {@code mup.MuReadout}, {@code mup.MuAdam} and {@code mup.MuSGD}, of Microsoft's package.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface MupOutput {
    /** A factor of the standard deviation, 0 or more; 1 by default. */
    double gain() default 1;

    /**
     * The number of input channels in the base model, more than 0. Left out, it is the model's field, method or constant of
     * this name.
     */
    @FromModel(meaning = "a size of the base model")
    double base() default 0;
}
