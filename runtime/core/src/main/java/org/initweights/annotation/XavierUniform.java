package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.Nonlinearity;

/**
 * U(±b), b = gain · √(6 / (fan_in + fan_out)), as {@code torch.nn.init.xavier_uniform_}.
 *
 * <p>Glorot and Bengio, <i>Understanding the difficulty of training deep feedforward neural networks</i>, 2010. Needs two
 * dimensions or more.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface XavierUniform {

    /** A factor on the standard deviation; positive. */
    double gain() default 1;

    /** Takes the gain of this non-linearity; give either this or {@code gain}. */
    Nonlinearity nonlinearity() default Nonlinearity.LINEAR;
}
