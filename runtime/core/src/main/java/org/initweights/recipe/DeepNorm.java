package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Formula;
import org.initweights.annotation.FromModel;
import org.initweights.annotation.XavierNormal;

/**
 * DeepNorm, for transformers of hundreds of layers: Xavier normal, smaller the more layers there are.
 *
 * <pre>
 * w ~ N(0, std²),   std = (8 · layers)^(-1/4) · √(2 / (fan_in + fan_out))
 * </pre>
 *
 * <p>It is for the feed-forward matrices, the values and the output of the attention, in a model that is an encoder alone or a
 * decoder alone. Queries and keys keep {@link org.initweights.annotation.XavierNormal}. Example:
 * <pre>{@code
 * final int layers = 18;
 * @Shape({3072, 768}) @DeepNorm float[] up;
 * @Shape({768, 3072}) @DeepNorm float[] down;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape({768, 768}) @DeepNorm float[] left;                  // MissingNumber: the model has no integer named layers
 * @Shape(768) @DeepNorm(layers = 18) float[] bias;            // FanRank: a vector has no fan; use @Zeros for a bias
 * @Shape({768, 768}) @DeepNorm(layers = 0) float[] none;      // FormulaValue: 0 layers make the gain infinite
 * }</pre>
 *
 * <p>Source: Wang, Ma, Dong, Huang, Zhang and Wei, <i>DeepNet: scaling transformers to 1,000 layers</i>, 2022.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@XavierNormal
@Formula(gain = "pow(8 * layers, -0.25)")
public @interface DeepNorm {
    /** The number of layers of the model, 1 or more. Left out, it is the model's field, method or constant of this name. */
    @FromModel
    int layers() default 0;
}
