package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The weights of this model follow each other: the signal passes through all of them, one after the other.
 *
 * <p>It changes no value. The generated Javadoc shows the product of what the layers do to the variance of the signal, and the
 * compiler warns when it vanishes or explodes.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Sequence {

    /** The weights in their order; by default all that have an {@link Activation}, in the order of declaration. */
    String[] value() default {};

    /** The smallest factor of the variance that is no reason to warn. */
    double min() default 1e-3;

    /** The largest factor of the variance that is no reason to warn. */
    double max() default 1e3;
}
