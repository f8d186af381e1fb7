package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Formula;
import org.initweights.annotation.FromModel;
import org.initweights.annotation.Normal;

/**
 * GPT-2: the projections that end in the residual stream, two in each layer. They are smaller, because the stream adds them all.
 *
 * <pre>
 * w ~ N(0, std²),   std = range / √(2 · layers)
 * </pre>
 *
 * <p>Example, the output of an attention and the second matrix of a feed-forward block:
 * <pre>{@code
 * final int layers = 12;
 * @Shape({768, 768})  @Gpt2Residual float[] attentionOutput;             // std = 0.02 / √24
 * @Shape({768, 3072}) @Gpt2Residual float[] feedForwardOutput;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape({768, 768}) @Gpt2Residual float[] left;                         // MissingNumber: the model has no integer named layers
 * @Shape({768, 768}) @Gpt2Residual(layers = 0) float[] none;             // FormulaValue: 0 layers make the deviation infinite
 * }</pre>
 *
 * <p>Source: Radford, Wu, Child, Luan, Amodei and Sutskever, <i>Language models are unsupervised multitask learners</i>, 2019,
 * section 2.3.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Normal
@Formula(std = "range / sqrt(2 * layers)")
public @interface Gpt2Residual {
    /** The number of layers of the model, 1 or more. Left out, it is the model's field, method or constant of this name. */
    @FromModel
    int layers() default 0;

    /**
     * The standard deviation of the other weights, 0 or more. Left out, it is the model's number of this name, or 0.02 if the model
     * has none.
     */
    @FromModel(optional = true)
    double range() default 0.02;
}
