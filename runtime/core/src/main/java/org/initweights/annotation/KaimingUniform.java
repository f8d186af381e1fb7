package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.FanMode;
import org.initweights.Nonlinearity;

/**
 * Draws from a uniform distribution whose spread keeps the variance of the signal from layer to layer. Meant for layers before ReLU
 * and its relatives.
 *
 * <pre>
 * w ~ U[-b, b),   b = √3 · gain / √fan
 * </pre>
 *
 * <p>The gain follows from {@link #nonlinearity} and {@link #a}: √2 by default. {@link #mode} says which fan;
 * {@link org.initweights.TensorShape#fans} says how fans are counted. The variance is the same as for {@link KaimingNormal}.
 * Example:
 * <pre>{@code
 * @Shape({64, 3, 7, 7}) @KaimingUniform(nonlinearity = Nonlinearity.RELU) float[] conv;            // b = √(6 / 147)
 * @Shape({256, 128}) @KaimingUniform(a = 0.2) float[] beforeLeakyRelu;                             // gain = √(2 / 1.04)
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @Shape(64) @KaimingUniform float[] bias;                                   // FanRank: a vector has no fan; use @Zeros for a bias
 * @Shape({3, 4}) @KaimingUniform(mode = FanMode.FAN_AVG) float[] average;    // KaimingMode: FAN_IN or FAN_OUT; see @VarianceScaling
 * @Shape({3, 4}) @KaimingUniform(a = 0.0 / 0.0) float[] slope;               // NotFinite: NaN and infinities are refused
 * }</pre>
 *
 * <p>Warnings:
 * <pre>{@code
 * @Shape({3, 3}) @KaimingUniform(a = 0.2, nonlinearity = Nonlinearity.RELU) float[] slope;  // UnusedSlope: only LEAKY_RELU has a slope
 * @Shape({3, 3}) @KaimingUniform(nonlinearity = Nonlinearity.TANH) float[] tanh;            // SaturatingKaiming: use @XavierUniform
 * @Shape({3, 3}) @KaimingUniform(a = 2) @Activation(Nonlinearity.RELU) float[] gain;        // ActivationGain: ReLU needs gain √2
 * }</pre>
 *
 * <p>Source: He, Zhang, Ren and Sun, <i>Delving deep into rectifiers: surpassing human-level performance on ImageNet
 * classification</i>, 2015; {@code torch.nn.init.kaiming_uniform_}. {@link org.initweights.recipe.HeUniform} is the same by the
 * name of JAX and Keras.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface KaimingUniform {

    /**
     * The slope of the leaky ReLU below zero. Any finite number; 0 by default, which is ReLU. With another non-linearity it is
     * ignored, as in PyTorch.
     */
    double a() default 0;

    /**
     * The fan that divides: {@code FAN_IN}, the default, keeps the variance of the activations in the forward pass, {@code FAN_OUT}
     * the variance of the gradients in the backward pass.
     */
    FanMode mode() default FanMode.FAN_IN;

    /**
     * The non-linearity of the network, which decides the gain; see {@link Nonlinearity#gain(double)}. By default a leaky ReLU with
     * the slope {@link #a}: gain = √(2 / (1 + a²)).
     */
    Nonlinearity nonlinearity() default Nonlinearity.LEAKY_RELU;
}
