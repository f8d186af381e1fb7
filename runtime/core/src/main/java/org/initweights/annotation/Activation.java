package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.initweights.Nonlinearity;

/**
 * The non-linearity between this weight and the layer before it; on a model, between each of its weights and the layer before.
 *
 * <p>It changes no value. The compiler compares the gain of the initializer with it, and the generated Javadoc shows by how much
 * the layer scales the variance of the signal, forward and backward.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.TYPE})
public @interface Activation {

    /** The non-linearity; {@code LINEAR} for none. */
    Nonlinearity value();
}
