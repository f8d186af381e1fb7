package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.FanMode;
import org.initweights.annotation.VarianceScaling;

/**
 * A normal of variance 2 / (fan_in + fan_out), cut at ±2σ and rescaled, as {@code jax.nn.initializers.glorot_normal} and Keras have it.
 *
 * <p>Glorot and Bengio, <i>Understanding the difficulty of training deep feedforward neural networks</i>, 2010.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@VarianceScaling(mode = FanMode.FAN_AVG)
public @interface GlorotNormal {}
