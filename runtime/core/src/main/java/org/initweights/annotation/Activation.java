package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.Nonlinearity;

/**
 * Names the non-linearity between the layer before and this weight; on a model, for all of its weights.
 *
 * <p>It changes no value. The compiler compares the gain of the initializer with it. The generated Javadoc shows by how much the
 * layer multiplies the variance of the signal, forward and backward, for inputs that are standard normal. Example:
 * <pre>{@code
 * @Activation(Nonlinearity.RELU)
 * class Mlp {
 *     @Shape({256, 784}) @LecunNormal @Activation(Nonlinearity.LINEAR) float[] first;      // its input is the data
 *     @Shape({256, 256}) @KaimingNormal float[] second;
 *     @Shape({10, 256})  @KaimingNormal float[] third;
 * }
 * }</pre>
 *
 * <p>Warnings:
 * <pre>{@code
 * @Shape({3, 3}) @XavierUniform @Activation(Nonlinearity.RELU) float[] small;          // ActivationGain: gain 1, and ReLU needs √2
 * @Shape({3, 3}) @KaimingUniform @Activation(Nonlinearity.SIGMOID) float[] saturated;  // SaturatingKaiming: for rectifiers only
 * }</pre>
 *
 * <p>Gains within a factor of 1.25 of the expected one are accepted. So is gain 1 before tanh and sigmoid, which are nearly linear
 * around 0.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.TYPE})
public @interface Activation {

    /** The non-linearity; {@code LINEAR} if there is none, such as for a weight that reads the data. There is no default. */
    Nonlinearity value();
}
