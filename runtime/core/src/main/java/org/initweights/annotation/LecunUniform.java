package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Draws from a uniform distribution of variance 1 / fan_in: it keeps the variance of the signal through layers without
 * non-linearity.
 *
 * <pre>
 * w ~ U[-b, b),   b = √(3 / fan_in)
 * </pre>
 *
 * <p>{@link org.initweights.TensorShape#fans} says how fans are counted. Example:
 * <pre>{@code
 * @Shape({256, 128}) @LecunUniform float[] weight;                                   // b = √(3 / 128)
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(64) @LecunUniform float[] bias;                                             // FanRank: a vector has no fan; use @Zeros for a bias
 * }</pre>
 *
 * <p>Warnings:
 * <pre>{@code
 * @Shape({3, 3}) @LecunUniform @Activation(Nonlinearity.RELU) float[] relu;          // ActivationGain: ReLU needs gain √2, this has 1
 * }</pre>
 *
 * <p>Source: LeCun, Bottou, Orr and Müller, <i>Efficient BackProp</i>, 1998; {@code jax.nn.initializers.lecun_uniform}; Keras'
 * {@code LecunUniform}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface LecunUniform {}
