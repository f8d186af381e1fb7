package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.FromModel;

/**
 * A hidden weight in the maximal update parametrization, µP: a matrix whose inputs and outputs both grow with the width.
 *
 * <pre>
 * w ~ N(0, gain² / fan_in),   learning rate: × base / in with Adam, × 1 with SGD
 * </pre>
 *
 * <p>In µP the learning rate that is best for a narrow model is best for a wide one. {@code in} is the number of input channels, and
 * {@code base} what it is in the narrow model: a matrix of [width, 4 · width] has a base four times that of the width.
 * <p>{@link org.initweights.Parameter#learningRateScale} and {@link org.initweights.Parameter#outputMultiplier} of the parameter give the
 * numbers, and so do the Javadoc of the generated class and the plan. In a model that has one such annotation, each weight that grows with
 * the width needs one: {@link MupInput}, {@link MupEmbedding}, {@link MupVector}, {@link MupHidden}, {@link MupOutput} or {@link MupSharedReadout}. All
 * widths must grow in proportion. Example:
 * <pre>{@code
 * static final int WIDTH = 1024;
 * static final int BASE = 64;
 * @Shape({WIDTH, 3}) @MupInput(base = BASE) float[] in;
 * @Shape({4 * WIDTH, WIDTH}) @MupHidden(base = BASE) float[] up;              // × 0.0625 with Adam
 * @Shape({WIDTH, 4 * WIDTH}) @MupHidden(base = 4 * BASE) float[] down;        // × 0.0625 with Adam
 * @Shape({10, WIDTH}) @MupOutput(base = BASE) float[] out;
 * }</pre>
 *
 * <p>Attention must divide its scores by the size of a head, not by its root, and a weight decay that an optimizer multiplies with the
 * learning rate must be divided by the scale.
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape({256, 256}) @MupHidden float[] left;                        // MissingNumber: the model has no number named base
 * @Shape(256) @MupHidden(base = 64) float[] vector;                  // FanRank: a bias is a @MupVector
 * @Shape({256, 256}) @MupHidden(base = 0) float[] none;              // NotPositive: 64, the base model's width
 * @Shape({256, 256}) @MupHidden(gain = -1, base = 64) float[] minus; // Negative: 0 or more
 * }</pre>
 *
 * <p>Source: Yang, Hu and others, <i>Tensor Programs V: tuning large neural networks via zero-shot hyperparameter transfer</i>, 2022, table 8,
 * column <i>Hidden weights</i>: the same as tables 3 and 9, whose multipliers differ; {@code mup.MuReadout}, {@code mup.MuAdam} and {@code mup.MuSGD}, of Microsoft's package.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface MupHidden {
    /** A factor of the standard deviation, 0 or more: 1 by default, √2 before a ReLU. */
    double gain() default 1;

    /**
     * The number of input channels in the base model, more than 0. Left out, it is the model's field, method or constant of
     * this name.
     */
    @FromModel(meaning = "a size of the base model")
    double base() default 0;
}
