package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A normal of variance 1 / fan_in, as {@code jax.nn.initializers.lecun_normal} and Keras' {@code LecunNormal}.
 *
 * <p>It is cut at ±2σ and rescaled, so that the variance after the cut is 1 / fan_in. LeCun, Bottou, Orr and Müller,
 * <i>Efficient BackProp</i>, 1998. Needs two dimensions or more.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface LecunNormal {}
