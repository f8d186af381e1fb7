package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.Distribution;
import org.initweights.annotation.VarianceScaling;

/**
 * U(±√(6 / fan_in)), as {@code jax.nn.initializers.he_uniform} and Keras have it.
 *
 * <p>He, Zhang, Ren and Sun, <i>Delving deep into rectifiers</i>, 2015.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@VarianceScaling(scale = 2, distribution = Distribution.UNIFORM)
public @interface HeUniform {}
