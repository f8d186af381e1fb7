package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Draws from a truncated normal distribution of variance 1 / fan_in: it keeps the variance of the signal through layers without
 * non-linearity, and in self-normalising networks with SELU.
 *
 * <pre>
 * w ~ N(0, σ²) given |w| ≤ 2σ,   σ = √(1 / fan_in) / 0.8796
 * </pre>
 *
 * <p>The factor 0.8796 makes up for what the cut takes from the spread. {@link org.initweights.TensorShape#fans} says how fans are
 * counted. Example, a layer in the layout of Keras and JAX:
 * <pre>{@code
 * @Shape(value = {784, 128}, layout = Layout.SPATIAL_IN_OUT) @LecunNormal float[] kernel;          // fan_in = 784
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(64) @LecunNormal float[] bias;                                              // FanRank: a vector has no fan; use @Zeros for a bias
 * }</pre>
 *
 * <p>Warnings:
 * <pre>{@code
 * @Shape({3, 3}) @LecunNormal @Activation(Nonlinearity.RELU) float[] relu;           // ActivationGain: ReLU needs gain √2, this has 1
 * }</pre>
 *
 * <p>Source: LeCun, Bottou, Orr and Müller, <i>Efficient BackProp</i>, 1998; {@code jax.nn.initializers.lecun_normal}; Keras'
 * {@code LecunNormal}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface LecunNormal {}
