package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Formula;
import org.initweights.annotation.FromModel;
import org.initweights.annotation.XavierUniform;

/**
 * T-Fixup, for transformers that train without warm-up and layer normalisation: the encoder.
 *
 * <pre>
 * w ~ U[-b, b),   b = 0.67 · layers^(-1/4) · √(6 / (fan_in + fan_out))
 * </pre>
 *
 * <p>It is for the feed-forward matrices, the values and the output of the attention. Queries and keys keep
 * {@link org.initweights.annotation.XavierUniform}. Example:
 * <pre>{@code
 * @Shape({512, 512}) @TFixupEncoder(layers = 6) float[] value;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape({512, 512}) @TFixupEncoder float[] left;                // MissingNumber: the model has no integer named layers
 * @Shape(512) @TFixupEncoder(layers = 6) float[] bias;           // FanRank: a vector has no fan; use @Zeros for a bias
 * @Shape({512, 512}) @TFixupEncoder(layers = 0) float[] none;    // FormulaValue: 1 or more
 * }</pre>
 *
 * <p>Source: Huang, Perez, Ba and Volkovs, <i>Improving transformer optimization through better initialization</i>, 2020.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@XavierUniform
@Formula(gain = "0.67 * pow(layers, -0.25)")
public @interface TFixupEncoder {
    /** The number of layers of the encoder, 1 or more. Left out, it is the model's field, method or constant of this name. */
    @FromModel
    int layers() default 0;
}
