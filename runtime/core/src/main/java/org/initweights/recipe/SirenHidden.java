package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Formula;
import org.initweights.annotation.FromModel;
import org.initweights.annotation.Uniform;

/**
 * SIREN, a network with sines for non-linearities: all layers but the first.
 *
 * <pre>
 * w ~ U[-b, b),   b = √(6 / fan_in) / omega
 * </pre>
 *
 * <p>Example, a picture as a function of two coordinates:
 * <pre>{@code
 * @Shape({256, 2})   @SirenFirst  float[] first;
 * @Shape({256, 256}) @SirenHidden float[] second;                // b = √(6 / 256) / 30
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(256) @SirenHidden float[] bias;                         // FanRank: a vector has no fan
 * @Shape({256, 256}) @SirenHidden(omega = 0) float[] zero;       // FormulaValue: omega is more than 0
 * @Shape({256, 256}) @SirenHidden(omega = -1) float[] negative;  // EmptyInterval: omega is more than 0
 * }</pre>
 *
 * <p>Source: Sitzmann, Martel, Bergman, Lindell and Wetzstein, <i>Implicit neural representations with periodic activation
 * functions</i>, 2020.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Uniform
@Formula(a = "-sqrt(6 / shape.fan_in) / omega", b = "sqrt(6 / shape.fan_in) / omega")
public @interface SirenHidden {
    /** The factor in sin(omega · x), more than 0. Left out, it is the model's number of this name, or 30 if the model has none. */
    @FromModel(optional = true)
    double omega() default 30;
}
