package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that the weights of this model follow each other: the signal passes through all of them, one after the other.
 *
 * <p>It changes no value. The generated Javadoc shows by how much all layers together multiply the variance of the signal, forward
 * and backward. The compiler warns if the signal vanishes or explodes. The generated class has a method {@code signalPath}, which gives the
 * weights and their activations to code that runs, such as the coordinate check of {@code initweights-report}. Example:
 * <pre>{@code
 * @SignalPath
 * @Activation(Nonlinearity.RELU)
 * class Mlp {
 *     @Shape({256, 256}) @KaimingNormal float[] first;
 *     @Shape({256, 256}) @KaimingNormal float[] second;
 *     @Shape({256, 256}) @KaimingNormal float[] third;
 * }
 * }</pre>
 *
 * <p>Errors:
 * <pre>{@code
 * @SignalPath({"first", "secnd"})                        // UnknownParameter: no field of this name
 * class Typo {
 *     @Shape({256, 256}) @KaimingNormal @Activation(Nonlinearity.RELU) float[] first;
 *     @Shape({256, 256}) @KaimingNormal @Activation(Nonlinearity.RELU) float[] second;
 * }
 * }</pre>
 *
 * <p>Warnings:
 * <pre>{@code
 * @SignalPath                                            // Signal: the variance is multiplied by 6.9e-6
 * class Vanishing {
 *     @Shape({256, 256}) @Normal(std = 0.02) @Activation(Nonlinearity.RELU) float[] first;
 *     @Shape({256, 256}) @Normal(std = 0.02) @Activation(Nonlinearity.RELU) float[] second;
 *     @Shape({256, 256}) @Normal(std = 0.02) @Activation(Nonlinearity.RELU) float[] third;
 *     @Shape({256, 256}) @Normal(std = 0.02) @Activation(Nonlinearity.RELU) float[] fourth;
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface SignalPath {

    /**
     * The names of the fields with the weights, in the order in which the signal passes. By default all weights that have an
     * {@link Activation}, in the order of declaration.
     */
    String[] value() default {};

    /** The smallest factor of the variance without a warning; 1e-3 by default. */
    double min() default 1e-3;

    /** The largest factor of the variance without a warning; 1e3 by default. */
    double max() default 1e3;
}
