package org.initweights.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a size of the model may be, on the field or method that holds it:
 * <pre>{@code
 * @Dim(min = 64, multipleOf = "heads") final int embed;
 * @Dim(max = 128) final int heads;
 * }</pre>
 *
 * <p>Constants are checked while the model compiles, other sizes before its parameters are allocated.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Dim {

    /** What the size is, for the reader. */
    String value() default "";

    /** The smallest size that is allowed. */
    long min() default 1;

    /** The largest size that is allowed. */
    long max() default Long.MAX_VALUE;

    /** Another size, as in {@code @Shape(dims = …)}, that this one divides: {@code heads} divides {@code embed}. */
    String divides() default "";

    /** Another size, as in {@code @Shape(dims = …)}, that divides this one. */
    String multipleOf() default "";
}
