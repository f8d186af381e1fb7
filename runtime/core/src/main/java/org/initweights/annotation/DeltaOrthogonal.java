package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An orthogonal matrix at the centre of a convolution's kernel, as
 * {@code jax.nn.initializers.delta_orthogonal}.
 *
 * <p>Needs three, four or five dimensions, and no more in than out channels. The centre is {@code (size - 1) / 2} on each
 * axis; everything else is 0. Xiao and others, <i>Dynamical isometry and a mean field theory of CNNs</i>, 2018.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface DeltaOrthogonal {

    /** A factor on the matrix; finite. */
    double gain() default 1;
}
