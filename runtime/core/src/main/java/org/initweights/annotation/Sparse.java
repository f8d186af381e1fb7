package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * N(0, std²) with ⌈sparsity · rows⌉ zeros in each column, as {@code torch.nn.init.sparse_}.
 *
 * <p>Needs two dimensions. Martens, <i>Deep learning via Hessian-free optimization</i>, 2010.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface Sparse {

    /** The fraction of each column that is zero; between 0 and 1. */
    double sparsity();

    /** The standard deviation of the elements that are not zero; not negative. */
    double std() default 0.01;
}
