package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.Formula;
import org.initweights.annotation.Uniform;

/**
 * SIREN, a network with sines for non-linearities: its first layer.
 *
 * <pre>
 * w ~ U[-b, b),   b = 1 / fan_in
 * </pre>
 *
 * <p>Example, a picture as a function of two coordinates:
 * <pre>{@code
 * @Shape({256, 2})   @SirenFirst  float[] first;                 // b = 0.5
 * @Shape({256, 256}) @SirenHidden float[] second;
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(256) @SirenFirst float[] bias;                          // FanRank: a vector has no fan
 * }</pre>
 *
 * <p>Source: Sitzmann, Martel, Bergman, Lindell and Wetzstein, <i>Implicit neural representations with periodic activation
 * functions</i>, 2020.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Uniform
@Formula(a = "-1 / shape.fan_in", b = "1 / shape.fan_in")
public @interface SirenFirst {}
