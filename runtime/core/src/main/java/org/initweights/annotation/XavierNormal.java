package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.Nonlinearity;

/**
 * Draws from a normal distribution whose spread is a compromise between keeping the variance of the signal forward and backward.
 * Meant for layers before tanh, sigmoid or no non-linearity.
 *
 * <pre>
 * w ~ N(0, std²),   std = gain · √(2 / (fan_in + fan_out))
 * </pre>
 *
 * <p>{@link org.initweights.TensorShape#fans} says how fans are counted. Example:
 * <pre>{@code
 * @Shape({256, 128}) @XavierNormal float[] weight;                                       // std = √(2 / 384)
 * @Shape({256, 128}) @XavierNormal(nonlinearity = Nonlinearity.TANH) float[] beforeTanh; // 5/3 times as much
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(64) @XavierNormal float[] bias;                           // FanRank: a vector has no fan; use @Zeros for a bias
 * @Shape({3, 4}) @XavierNormal(gain = 0) float[] zero;             // NotPositive: gain must be more than 0
 * @Shape({3, 4}) @XavierNormal(gain = 1.0 / 0.0) float[] infinite; // NotFinite: NaN and infinities are refused
 * @Shape({3, 4}) @XavierNormal(gain = 2, nonlinearity = Nonlinearity.TANH) float[] two;     // TwoGains: keep one of them
 * }</pre>
 *
 * <p>Warnings:
 * <pre>{@code
 * @Shape({3, 3}) @XavierNormal @Activation(Nonlinearity.RELU) float[] relu;                 // ActivationGain: ReLU needs gain √2
 * }</pre>
 *
 * <p>Source: Glorot and Bengio, <i>Understanding the difficulty of training deep feedforward neural networks</i>, 2010;
 * {@code torch.nn.init.xavier_normal_}. For the variant of JAX and Keras, which is truncated, see
 * {@link org.initweights.recipe.GlorotNormal}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface XavierNormal {

    /** A factor on the standard deviation. More than 0; 1 by default. Give either this or {@link #nonlinearity}. */
    double gain() default 1;

    /**
     * Takes the gain from a non-linearity, {@link Nonlinearity#gain()}, instead of {@link #gain}. By default {@code LINEAR}, whose
     * gain is 1.
     */
    Nonlinearity nonlinearity() default Nonlinearity.LINEAR;
}
