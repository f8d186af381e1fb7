package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.Nonlinearity;

/**
 * Draws from a uniform distribution whose spread is a compromise between keeping the variance of the signal forward and backward.
 * Meant for layers before tanh, sigmoid or no non-linearity.
 *
 * <pre>
 * w ~ U[-b, b),   b = gain · √(6 / (fan_in + fan_out))
 * </pre>
 *
 * <p>{@link org.initweights.TensorShape#fans} says how fans are counted. The variance is the same as for {@link XavierNormal}.
 * Example:
 * <pre>{@code
 * @Shape({256, 128}) @XavierUniform float[] weight;                                       // b = √(6 / 384) = 0.125
 * @Shape(value = {384, 128}, packed = 3) @XavierUniform float[] queryKeyValue;            // the fans of one of the three
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(64) @XavierUniform float[] bias;                           // FanRank: a vector has no fan; use @Zeros for a bias
 * @Shape({3, 4}) @XavierUniform(gain = -1) float[] negative;        // NotPositive: gain must be more than 0
 * @Shape({3, 4}) @XavierUniform(gain = 1.0 / 0.0) float[] infinite; // NotFinite: NaN and infinities are refused
 * @Shape({3, 4}) @XavierUniform(gain = 2, nonlinearity = Nonlinearity.TANH) float[] two;    // TwoGains: keep one of them
 * }</pre>
 *
 * <p>Warnings:
 * <pre>{@code
 * @Shape({3, 3}) @XavierUniform @Activation(Nonlinearity.RELU) float[] relu;                // ActivationGain: ReLU needs gain √2
 * }</pre>
 *
 * <p>Source: Glorot and Bengio, <i>Understanding the difficulty of training deep feedforward neural networks</i>, 2010;
 * {@code torch.nn.init.xavier_uniform_}. {@link org.initweights.recipe.GlorotUniform} is the same by the name of JAX and Keras.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface XavierUniform {

    /** A factor on the bound. More than 0; 1 by default. Give either this or {@link #nonlinearity}. */
    double gain() default 1;

    /**
     * Takes the gain from a non-linearity, {@link Nonlinearity#gain()}, instead of {@link #gain}. By default {@code LINEAR}, whose
     * gain is 1.
     */
    Nonlinearity nonlinearity() default Nonlinearity.LINEAR;
}
