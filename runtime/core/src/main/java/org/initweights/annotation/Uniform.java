package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Draws from the uniform distribution on [a, b), as {@code torch.nn.init.uniform_}.
 *
 * <p>Mean (a + b) / 2, variance (b − a)² / 12.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface Uniform {

    /** The lower bound. */
    double a() default 0;

    /** The upper bound; not less than {@code a}. */
    double b() default 1;
}
