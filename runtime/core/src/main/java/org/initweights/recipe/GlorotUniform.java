package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.Distribution;
import org.initweights.FanMode;
import org.initweights.annotation.VarianceScaling;

/**
 * U(±√(6 / (fan_in + fan_out))), as {@code jax.nn.initializers.glorot_uniform} and Keras have it.
 *
 * <p>Glorot and Bengio, <i>Understanding the difficulty of training deep feedforward neural networks</i>, 2010.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@VarianceScaling(mode = FanMode.FAN_AVG, distribution = Distribution.UNIFORM)
public @interface GlorotUniform {}
