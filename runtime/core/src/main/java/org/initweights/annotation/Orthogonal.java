package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A random matrix with orthonormal rows or columns, times {@code gain}, as {@code torch.nn.init.orthogonal_}.
 *
 * <p>A weight of more than two dimensions is taken as the matrix of its out channels against all the rest. Saxe, McClelland
 * and Ganguli, <i>Exact solutions to the nonlinear dynamics of learning in deep linear neural networks</i>, 2013.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface Orthogonal {

    /** A factor on the matrix; finite. */
    double gain() default 1;
}
