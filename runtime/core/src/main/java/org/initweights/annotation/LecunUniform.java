package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * U(±b), b = √(3 / fan_in), as {@code jax.nn.initializers.lecun_uniform} and Keras' {@code LecunUniform}.
 *
 * <p>LeCun, Bottou, Orr and Müller, <i>Efficient BackProp</i>, 1998. Needs two dimensions or more.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface LecunUniform {}
