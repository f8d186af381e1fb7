package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.annotation.VarianceScaling;

/**
 * A normal of variance 2 / fan_in, cut at ±2σ and rescaled, as {@code jax.nn.initializers.he_normal} and Keras have it.
 *
 * <p>He, Zhang, Ren and Sun, <i>Delving deep into rectifiers</i>, 2015.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@VarianceScaling(scale = 2)
public @interface HeNormal {}
